package io.claviger.service.iam.lastaccess;

import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;

/// The names of services in reports: those of the reference, but that IAM has none in brackets.
final class ServiceNames {

  private static final String SHORT = " (IAM)";

  private ServiceNames() {}

  static String of(String namespace, ServiceReference reference) {
    String name = reference.service(namespace).map(Service::name).orElse(namespace);
    return name.endsWith(SHORT) ? name.substring(0, name.length() - SHORT.length()) : name;
  }
}
