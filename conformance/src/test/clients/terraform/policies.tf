resource "aws_iam_policy" "own" {
  name        = "own"
  path        = "/own/"
  description = "What an application may read."
  policy      = data.aws_iam_policy_document.read.json
  tags        = { Note = local.note }
}

resource "aws_iam_policy" "other" {
  name_prefix = "other-"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Deny"
      NotAction = "sts:*"
      Resource  = "*"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } }
    }
  })
}

resource "aws_iam_policy_attachment" "other" {
  name       = "whoever"
  policy_arn = aws_iam_policy.other.arn
  users      = [aws_iam_user.ann.name]
  groups     = var.changed ? [] : [aws_iam_group.qa.name]
  roles      = [aws_iam_role.trusting.name]
}

data "aws_iam_policy" "own" {
  name        = aws_iam_policy.own.name
  path_prefix = "/own/"
}

data "aws_iam_policy" "of_aws" { arn = "arn:aws:iam::aws:policy/AdministratorAccess" }
