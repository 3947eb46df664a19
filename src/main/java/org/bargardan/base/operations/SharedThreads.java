package org.bargardan.base.operations;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/// Parts the server's threads among those who ask.
@Configuration(proxyBeanMethods = false)
class SharedThreads {

    /// Three lines together may still stop everybody; one may not.
    private static final int LINES = 3;

    /// Last, so that it stands behind Tomcat's valve that reads a proxy's word on the address.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> sharesOfLines(
            @Value("${server.tomcat.threads.max:200}") int threads,
            @Value("${server.tomcat.max-swallow-size:2MB}") DataSize mostUnread) {
        return factory ->
                factory.addEngineValves(
                        new LineShare(Math.max(1, threads / LINES), mostUnread.toBytes()));
    }
}
