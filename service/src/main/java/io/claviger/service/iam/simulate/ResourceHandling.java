package io.claviger.service.iam.simulate;

import io.claviger.base.Arn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The scenarios of starting an EC2 instance, which take several resources at once: each of them
/// must be among the simulated ones, and the action is allowed only if it is on all of them.
///
/// AWS rule: IAM API Reference, "SimulateCustomPolicy", `ResourceHandlingOption`.
enum ResourceHandling {
  EC2_CLASSIC_INSTANCE_STORE("EC2-Classic-InstanceStore"),
  EC2_CLASSIC_EBS("EC2-Classic-EBS"),
  EC2_VPC_INSTANCE_STORE("EC2-VPC-InstanceStore"),
  EC2_VPC_INSTANCE_STORE_SUBNET("EC2-VPC-InstanceStore-Subnet"),
  EC2_VPC_EBS("EC2-VPC-EBS"),
  EC2_VPC_EBS_SUBNET("EC2-VPC-EBS-Subnet");

  private final String option;

  ResourceHandling(String option) {
    this.option = option;
  }

  /// The scenario of that name.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none
  static ResourceHandling of(String option) {
    Optional<ResourceHandling> found =
        Arrays.stream(values()).filter(value -> value.option.equals(option)).findFirst();
    return found.orElseThrow(() -> SimulationErrors.unknownHandling(option));
  }

  /// @throws io.claviger.wire.ServiceError when a resource that the scenario takes is not among
  ///   these
  void requireAll(List<String> resources) {
    for (String type : types()) {
      if (resources.stream().noneMatch(resource -> isOf(type, resource))) {
        throw SimulationErrors.resourceMissing(option, type);
      }
    }
  }

  /// The resource types that the scenario takes, which its name tells.
  private List<String> types() {
    List<String> types = new ArrayList<>(List.of("instance", "image", "security-group"));
    if (option.contains("-VPC")) {
      types.add("network-interface");
    }
    if (option.endsWith("-Subnet")) {
      types.add("subnet");
    }
    if (option.contains("-EBS")) {
      types.add("volume");
    }
    return types;
  }

  private static boolean isOf(String type, String resource) {
    return Arn.find(resource)
        .filter(arn -> arn.service().equals("ec2") && arn.resource().startsWith(type + "/"))
        .isPresent();
  }
}
