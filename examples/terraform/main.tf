# A role that an application's user may assume, on Claviger: see README.md.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

variable "claviger" {
  type        = string
  default     = "http://127.0.0.1:4260"
  description = "Where Claviger is."
}

provider "aws" {
  region = "us-east-1"

  # All that Claviger takes. The credentials come from the environment or a profile, as always.
  endpoints {
    iam = var.claviger
    sts = var.claviger
  }
}

data "aws_caller_identity" "me" {}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_user.app.arn]
    }
  }
}

data "aws_iam_policy_document" "reports" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::reports/*"]
  }
}

resource "aws_iam_user" "app" {
  name = "app"
}

resource "aws_iam_policy" "reports" {
  name   = "ReadReports"
  policy = data.aws_iam_policy_document.reports.json
}

resource "aws_iam_role" "reader" {
  name               = "reader"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "reader" {
  role       = aws_iam_role.reader.name
  policy_arn = aws_iam_policy.reports.arn
}

output "role" {
  value = aws_iam_role.reader.arn
}
