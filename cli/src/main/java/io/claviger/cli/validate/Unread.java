package io.claviger.cli.validate;

/// A policy that could not be read.
///
/// @param name of its file, or `-`
/// @param reason for people; names the file
record Unread(String name, String reason) {}
