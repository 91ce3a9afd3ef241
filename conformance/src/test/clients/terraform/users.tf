resource "aws_iam_user" "ann" {
  name                 = "ann"
  tags                 = { Note = local.note, (local.note) = "" }
  permissions_boundary = var.changed ? aws_iam_policy.other.arn : aws_iam_policy.own.arn
}

resource "aws_iam_user" "cid" {
  name = var.changed ? "Cid" : "Cedric"
  path = local.path
}

# Terraform deletes what it did not make.
resource "aws_iam_user" "bob" {
  name          = "Bob.Builder+x=1,2@example_com-3"
  force_destroy = true
}

resource "aws_iam_user_policy" "own" {
  name   = "own"
  user   = aws_iam_user.bob.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_user_policies_exclusive" "own" {
  user_name    = aws_iam_user.bob.name
  policy_names = [aws_iam_user_policy.own.name]
}

resource "aws_iam_user_policy_attachment" "own" {
  user       = aws_iam_user.bob.name
  policy_arn = aws_iam_policy.own.arn
}

resource "aws_iam_user_policy_attachments_exclusive" "own" {
  user_name   = aws_iam_user.bob.name
  policy_arns = [aws_iam_user_policy_attachment.own.policy_arn]
}

resource "aws_iam_access_key" "own" {
  user   = aws_iam_user.bob.name
  status = local.status
}

resource "aws_iam_user_login_profile" "own" {
  user            = aws_iam_user.bob.name
  password_length = 24

  lifecycle {
    # No call reads them again: the provider's page on imports says to leave them.
    ignore_changes = [password_length, password_reset_required]
  }
}

resource "aws_iam_user_ssh_key" "pem" {
  username   = aws_iam_user.bob.name
  encoding   = "PEM"
  public_key = file("ssh.pem")
  status     = local.status
}

resource "aws_iam_user_ssh_key" "ssh" {
  username   = aws_iam_user.bob.name
  encoding   = "SSH"
  public_key = trimspace(file("ssh.pub"))
}

resource "aws_iam_service_specific_credential" "git" {
  service_name = "codecommit.amazonaws.com"
  user_name    = aws_iam_user.bob.name
  status       = local.status
}

resource "aws_iam_signing_certificate" "own" {
  user_name        = aws_iam_user.bob.name
  certificate_body = file("www.pem")
  status           = local.status
}

resource "aws_iam_virtual_mfa_device" "phone" {
  virtual_mfa_device_name = "phone"
  path                    = "/devices/"
  tags                    = { Note = local.note }
}

data "aws_iam_user" "ann" { user_name = aws_iam_user.ann.name }

data "aws_iam_users" "all" {
  path_prefix = local.path
  depends_on  = [aws_iam_user.cid]
}

data "aws_iam_access_keys" "own" {
  user       = aws_iam_user.bob.name
  depends_on = [aws_iam_access_key.own]
}

data "aws_iam_user_ssh_key" "pem" {
  username          = aws_iam_user.bob.name
  ssh_public_key_id = aws_iam_user_ssh_key.pem.ssh_public_key_id
  encoding          = "SSH"
}

data "aws_iam_principal_policy_simulation" "own" {
  action_names      = ["s3:GetObject"]
  policy_source_arn = aws_iam_user.bob.arn
  resource_arns     = ["arn:aws:s3:::reports/q1.csv"]
  context {
    key    = "aws:CurrentTime"
    type   = "date"
    values = ["2026-01-01T00:00:00Z"]
  }
  depends_on = [aws_iam_user_policy.own, aws_iam_user_policy_attachment.own]

  lifecycle {
    postcondition {
      condition     = self.all_allowed
      error_message = "The simulation denies what the policy allows."
    }
  }
}
