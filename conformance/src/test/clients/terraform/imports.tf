# What each resource is imported by, as the provider's pages say. Those it can't import are in `exceptions.txt`.
output "imports" {
  value = {
    "aws_iam_access_key.own"                         = aws_iam_access_key.own.id
    "aws_iam_account_alias.own"                      = aws_iam_account_alias.own.account_alias
    "aws_iam_account_password_policy.strict"         = "iam-account-password-policy"
    "aws_iam_group.devs"                             = aws_iam_group.devs.name
    "aws_iam_group.qa"                               = aws_iam_group.qa.name
    "aws_iam_group.staff"                            = aws_iam_group.staff.name
    "aws_iam_group.ops"                              = aws_iam_group.ops.name
    "aws_iam_group_policies_exclusive.own"           = aws_iam_group.ops.name
    "aws_iam_group_policy.own"                       = "${aws_iam_group.ops.name}:own"
    "aws_iam_group_policy_attachment.own"            = "${aws_iam_group.ops.name}/${aws_iam_policy.own.arn}"
    "aws_iam_group_policy_attachments_exclusive.own" = aws_iam_group.ops.name
    "aws_iam_instance_profile.host"                  = "host"
    "aws_iam_openid_connect_provider.own"            = aws_iam_openid_connect_provider.own.arn
    "aws_iam_policy.other"                           = aws_iam_policy.other.arn
    "aws_iam_policy.own"                             = aws_iam_policy.own.arn
    "aws_iam_role.app"                               = "app"
    "aws_iam_role.trusting"                          = aws_iam_role.trusting.name
    "aws_iam_role_policies_exclusive.own"            = "app"
    "aws_iam_role_policy.own"                        = "app:own"
    "aws_iam_role_policy_attachment.own"             = "app/${aws_iam_role_policy_attachment.own.policy_arn}"
    "aws_iam_role_policy_attachments_exclusive.own"  = "app"
    "aws_iam_saml_provider.own"                      = aws_iam_saml_provider.own.arn
    "aws_iam_server_certificate.www"                 = "www"
    "aws_iam_service_linked_role.ecs"                = aws_iam_service_linked_role.ecs.arn
    "aws_iam_service_linked_role.scaling"            = aws_iam_service_linked_role.scaling.arn
    "aws_iam_service_specific_credential.git"        = aws_iam_service_specific_credential.git.id
    "aws_iam_signing_certificate.own"                = aws_iam_signing_certificate.own.id
    "aws_iam_user.ann"                               = aws_iam_user.ann.name
    "aws_iam_user.cid"                               = aws_iam_user.cid.name
    "aws_iam_user.bob"                               = aws_iam_user.bob.name
    "aws_iam_user_group_membership.ann"              = join("/", concat([aws_iam_user.ann.name], tolist(aws_iam_user_group_membership.ann.groups)))
    "aws_iam_user_login_profile.own"                 = aws_iam_user.bob.name
    "aws_iam_user_policies_exclusive.own"            = aws_iam_user.bob.name
    "aws_iam_user_policy.own"                        = "${aws_iam_user.bob.name}:own"
    "aws_iam_user_policy_attachment.own"             = "${aws_iam_user.bob.name}/${aws_iam_policy.own.arn}"
    "aws_iam_user_policy_attachments_exclusive.own"  = aws_iam_user.bob.name
    "aws_iam_user_ssh_key.pem"                       = "${aws_iam_user.bob.name}:${aws_iam_user_ssh_key.pem.ssh_public_key_id}:PEM"
    "aws_iam_user_ssh_key.ssh"                       = "${aws_iam_user.bob.name}:${aws_iam_user_ssh_key.ssh.ssh_public_key_id}:SSH"
    "aws_iam_virtual_mfa_device.phone"               = aws_iam_virtual_mfa_device.phone.arn
  }
}
