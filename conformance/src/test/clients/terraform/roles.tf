resource "aws_iam_role" "app" {
  name                 = "app"
  path                 = "/app/"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  description          = local.note
  max_session_duration = var.changed ? 7200 : 3600
  permissions_boundary = var.changed ? null : aws_iam_policy.own.arn
  tags                 = { Note = local.note }
}

# Its trust policy names what has a unique id.
resource "aws_iam_role" "trusting" {
  name_prefix           = "trusting-"
  assume_role_policy    = data.aws_iam_policy_document.trust_of_a_user.json
  force_detach_policies = true
}

resource "aws_iam_role_policy" "own" {
  name   = "own"
  role   = aws_iam_role.app.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_role_policies_exclusive" "own" {
  role_name    = aws_iam_role.app.name
  policy_names = [aws_iam_role_policy.own.name]
}

resource "aws_iam_role_policy_attachment" "own" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy_attachments_exclusive" "own" {
  role_name   = aws_iam_role.app.name
  policy_arns = [aws_iam_role_policy_attachment.own.policy_arn]
}

resource "aws_iam_instance_profile" "host" {
  name = "host"
  role = var.changed ? aws_iam_role.trusting.name : aws_iam_role.app.name
  tags = { Note = local.note }
}

resource "aws_iam_service_linked_role" "ecs" {
  aws_service_name = "ecs.amazonaws.com"
  tags             = { Note = local.note }
}

resource "aws_iam_service_linked_role" "scaling" {
  aws_service_name = "autoscaling.amazonaws.com"
  custom_suffix    = "blue"
  description      = local.note
}

data "aws_iam_role" "app" { name = aws_iam_role.app.name }

data "aws_iam_roles" "all" {
  name_regex = "^trusting-"
  depends_on = [aws_iam_role.trusting]
}

data "aws_iam_instance_profile" "host" { name = aws_iam_instance_profile.host.name }

data "aws_iam_instance_profiles" "of_the_role" {
  role_name  = aws_iam_role.app.name
  depends_on = [aws_iam_instance_profile.host]
}
