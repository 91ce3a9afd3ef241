package io.claviger.policy.second;

import java.util.List;

/// A type of condition values, with what compares it.
///
/// @param comparisons the operators' names, less `IfExists` and set prefixes
/// @param usual values spelled differently where they are equal, and near each other where not
/// @param odd values that readers of such values disagree about
/// @param letters characters that make one such value into another, or into none
record Family(
    String name, List<String> comparisons, List<String> usual, List<String> odd, String letters) {

  static final Family TEXT =
      new Family(
          "text",
          List.of(
              "StringEquals",
              "StringNotEquals",
              "StringEqualsIgnoreCase",
              "StringNotEqualsIgnoreCase",
              "StringLike",
              "StringNotLike"),
          List.of("ana", "bob", "k", "Ana", "ANA", "ana/k"),
          List.of(
              "",
              "*",
              "a*",
              "a?a",
              "${*}",
              "${aws:username}",
              "$",
              "ban\u00e4na",
              "\u212A",
              "a}b",
              "a b",
              "a,b",
              "${none}",
              "${a b}",
              "${aws:none, k}",
              "${aws:username}",
              "a'b"),
          "ak*?${}:");

  static final Family NUMBER =
      new Family(
          "number",
          List.of(
              "NumericEquals",
              "NumericNotEquals",
              "NumericLessThan",
              "NumericLessThanEquals",
              "NumericGreaterThan",
              "NumericGreaterThanEquals"),
          List.of("10", "10.0", "1e1", "9", "11", "-10", "0", "-0"),
          List.of(
              "",
              "abc",
              "1e400",
              "18446744073709551626",
              "9223372036854775808",
              ".5",
              "5.",
              "+10",
              "0x1",
              "1e",
              " 10"),
          "0123456789.-+eE");

  static final Family DATE =
      new Family(
          "date",
          List.of(
              "DateEquals",
              "DateNotEquals",
              "DateLessThan",
              "DateLessThanEquals",
              "DateGreaterThan",
              "DateGreaterThanEquals"),
          List.of(
              "2024-05-01",
              "2024-05-01T00:00:00Z",
              "2024-05-01T02:00:00+02:00",
              "2024-04-30T22:30-01:30",
              "1714521600",
              "1714521601",
              "2024-04-30T23:59:59Z"),
          List.of(
              "",
              "2024-05-01T00:00:00",
              "2024-04-30T23:59:60Z",
              "2024-05-01T00:00:00.000Z",
              "1714521600.5",
              "-1",
              "2024-02-30",
              "2024-02-29",
              "2024-05",
              "yesterday"),
          "0123456789-:TZ.+");

  static final Family TRUTH =
      new Family(
          "truth",
          List.of("Bool"),
          List.of("true", "false", "True", "FALSE"),
          List.of("", "yes", "1", " true", "null"),
          "truefalsTRUE ");

  static final Family BYTES =
      new Family(
          "bytes",
          List.of("BinaryEquals"),
          List.of("YWJj", "abc", "YWI=", "ab", "YQ=="),
          List.of("", "YWI", "YR==", "!!!!", "YW Jj", "YWJj\n", "====", "_-__"),
          "YWJjQ=abc+/");

  static final Family ADDRESS =
      new Family(
          "address",
          List.of("IpAddress", "NotIpAddress"),
          List.of(
              "10.0.0.1",
              "10.0.0.0/8",
              "10.1.2.3/8",
              "10.0.0.1/32",
              "11.0.0.1",
              "2001:db8::1",
              "2001:DB8:0:0:0:0:0:1",
              "2001:db8::/32",
              "2001:db8:8000::/33",
              "0.0.0.0/0"),
          List.of(
              "",
              "::/0",
              "::",
              "::ffff:10.0.0.1",
              "10.0.0.256",
              "010.0.0.1",
              "10.0.0",
              "10.0.0.1/33",
              "10.0.0.1/",
              "10.0.0.1/08",
              "fe80::1%eth0",
              "1:2:3:4:5:6:7::",
              "1:2:3:4:5:6:7:8::",
              "1::2::3",
              ":1:2:3:4:5:6:7"),
          "0123456789abcdefF:./");

  static final Family ARN =
      new Family(
          "arn",
          List.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"),
          List.of(
              "arn:aws:s3:::b",
              "arn:aws:s3:::b/k",
              "arn:aws:iam::111122223333:user/ana",
              "arn:aws:sns:eu-west-1:111122223333:t:u"),
          List.of(
              "",
              "*",
              "arn:aws:s3",
              "arn:aws:s3:::",
              "arn:aws:*:*:*:*",
              "ARN:aws:s3:::b",
              "*:*:*:*:*:*",
              "arn:aws:s3:::B",
              "s3",
              "arn:aws:iam::${aws:username}:x",
              "arn:aws:iam:${aws:username, ':'}:user/ana"),
          "arns3b:*?/");

  static final List<Family> ALL = List.of(TEXT, NUMBER, DATE, TRUTH, BYTES, ADDRESS, ARN);
}
