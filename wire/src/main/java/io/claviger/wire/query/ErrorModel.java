package io.claviger.wire.query;

/// An error as an API declares it.
///
/// @param name what the SDK's exception class is called, `NoSuchEntityException`
/// @param code what stands on the wire, `NoSuchEntity`
/// @param status the HTTP status it comes with
public record ErrorModel(String name, String code, int status) {}
