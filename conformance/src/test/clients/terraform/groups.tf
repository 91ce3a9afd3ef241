resource "aws_iam_group" "devs" {
  name = var.changed ? "Developers" : "Devs"
  path = local.path
}

resource "aws_iam_group" "qa" { name = "QA" }

resource "aws_iam_group" "staff" { name = "Staff" }

resource "aws_iam_group" "ops" { name = "Ops" }

resource "aws_iam_group_membership" "ops" {
  name  = "members"
  group = aws_iam_group.ops.name
  users = var.changed ? [aws_iam_user.bob.name] : [aws_iam_user.bob.name, aws_iam_user.ann.name]
}

resource "aws_iam_user_group_membership" "ann" {
  user   = aws_iam_user.ann.name
  groups = var.changed ? [aws_iam_group.qa.name, aws_iam_group.staff.name] : [aws_iam_group.qa.name]
}

resource "aws_iam_group_policy" "own" {
  name   = "own"
  group  = aws_iam_group.ops.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_group_policies_exclusive" "own" {
  group_name   = aws_iam_group.ops.name
  policy_names = [aws_iam_group_policy.own.name]
}

resource "aws_iam_group_policy_attachment" "own" {
  group      = aws_iam_group.ops.name
  policy_arn = aws_iam_policy.own.arn
}

resource "aws_iam_group_policy_attachments_exclusive" "own" {
  group_name  = aws_iam_group.ops.name
  policy_arns = [aws_iam_group_policy_attachment.own.policy_arn]
}

data "aws_iam_group" "ops" {
  group_name = aws_iam_group.ops.name
  depends_on = [aws_iam_group_membership.ops]
}
