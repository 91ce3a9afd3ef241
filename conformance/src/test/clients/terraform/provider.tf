# Where Claviger is. Nothing else of the provider is asked for.
variable "endpoint" { type = string }

# Who the provider works as: users do best with a session.
variable "role" { type = string }

# The second look at everything: another name, path, text, status, list wherever it can change in place.
variable "changed" {
  type    = bool
  default = false
}

locals {
  note   = var.changed ? "second" : "first"
  path   = var.changed ? "/moved/" : "/first/"
  status = var.changed ? "Inactive" : "Active"
}

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "us-east-1"

  assume_role {
    role_arn        = var.role
    session_name    = "terraform"
    external_id     = "claviger"
    source_identity = "test"
    tags            = { Tool = "terraform" }
  }

  endpoints {
    iam = var.endpoint
    sts = var.endpoint
  }
}

data "aws_caller_identity" "me" {}

data "aws_iam_session_context" "me" {
  arn = data.aws_caller_identity.me.arn

  lifecycle {
    postcondition {
      condition     = self.issuer_arn == var.role
      error_message = "The session is not one of the role's."
    }
  }
}
