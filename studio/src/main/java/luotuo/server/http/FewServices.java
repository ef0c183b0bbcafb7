package luotuo.server.http;

import io.helidon.common.mapper.DefaultMapperProvider__ServiceDescriptor;
import io.helidon.common.mapper.DefaultResolverService__ServiceDescriptor;
import io.helidon.common.mapper.MappersFactory__ServiceDescriptor;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;

/// What the HTTP library looks up of its own services. It would search all jars for them, which
/// takes as long as all the rest of its start; here it is given the three that it needs.
final class FewServices {
  private FewServices() {}

  static void use() {
    if (!GlobalServiceRegistry.configured()) {
      ServiceRegistryConfig few =
          ServiceRegistryConfig.builder()
              .discoverServices(false)
              .discoverServicesFromServiceLoader(false)
              .useBinding(false)
              .addServiceDescriptor(MappersFactory__ServiceDescriptor.INSTANCE)
              .addServiceDescriptor(DefaultMapperProvider__ServiceDescriptor.INSTANCE)
              .addServiceDescriptor(DefaultResolverService__ServiceDescriptor.INSTANCE)
              .build();
      GlobalServiceRegistry.registry(ServiceRegistryManager.create(few).registry());
    }
  }
}
