resource "aws_iam_account_alias" "own" {
  account_alias = "${local.note}-${data.aws_caller_identity.me.account_id}"
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = var.changed ? 16 : 12
  require_symbols                = true
  require_lowercase_characters   = var.changed
  allow_users_to_change_password = true
  max_password_age               = var.changed ? 90 : 0
  password_reuse_prevention      = var.changed ? 5 : null
}

resource "aws_iam_security_token_service_preferences" "tokens" {
  global_endpoint_token_version = var.changed ? "v1Token" : "v2Token"
}

resource "aws_iam_openid_connect_provider" "own" {
  url             = "https://idp.example.com/tenant"
  client_id_list  = var.changed ? ["app", "other"] : ["app"]
  thumbprint_list = [var.changed ? "cf23df2207d99a74fbe169e3eba035e633b65d94" : "990f4193972f2becf12ddeda5237f9c952f20d9e"]
  tags            = { Note = local.note }
}

resource "aws_iam_saml_provider" "own" {
  name                   = "company"
  saml_metadata_document = file(var.changed ? "metadata-2.xml" : "metadata.xml")
  tags                   = { Note = local.note }
}

resource "aws_iam_server_certificate" "www" {
  name             = "www"
  path             = local.path
  certificate_body = file("www.pem")
  private_key      = file("www.key")
  tags             = { Note = local.note }

  lifecycle {
    # No call reads it again.
    ignore_changes = [private_key]
  }
}

data "aws_iam_account_alias" "own" { depends_on = [aws_iam_account_alias.own] }

data "aws_iam_openid_connect_provider" "own" { arn = aws_iam_openid_connect_provider.own.arn }

data "aws_iam_openid_connect_provider" "by_url" {
  url        = "https://idp.example.com/tenant"
  depends_on = [aws_iam_openid_connect_provider.own]
}

data "aws_iam_saml_provider" "own" { arn = aws_iam_saml_provider.own.arn }

data "aws_iam_server_certificate" "www" {
  name   = aws_iam_server_certificate.www.name
  latest = true
}
