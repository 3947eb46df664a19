package org.bargardan.authorisation;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.router.Route;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Everything by which somebody can ask something of the house, found in the running application.
final class Operations {

    private static final String OURS = "org.bargardan";

    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(OURS);

    private Operations() {}

    /// A public method of a service, on the bean that has it.
    record ServiceMethod(Object bean, Method method) {

        String name() {
            return method.getDeclaringClass().getSimpleName()
                    + "."
                    + method.getName()
                    + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(",", "(", ")"));
        }
    }

    /// One HTTP method on one path.
    record Path(String method, String pattern) {

        String name() {
            return method + " " + pattern;
        }
    }

    static Map<String, ServiceMethod> services(ApplicationContext context) {
        var found = new TreeMap<String, ServiceMethod>();
        for (var bean : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(bean);
            if (!type.getName().startsWith(OURS) || !Modifier.isPublic(type.getModifiers())) {
                continue;
            }
            for (var method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && !AnnotatedElementUtils.hasAnnotation(method, EventListener.class)) {
                    var operation = new ServiceMethod(bean, method);
                    found.put(operation.name(), operation);
                }
            }
        }
        return found;
    }

    static Map<String, Path> paths(ApplicationContext context) {
        var found = new TreeMap<String, Path>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) ->
                        paths(mapping, handler).forEach(path -> found.put(path.name(), path)));
        return found;
    }

    private static Stream<Path> paths(RequestMappingInfo mapping, HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(OURS)
                ? mapping.getPatternValues().stream()
                        .flatMap(pattern ->
                                mapping.getMethodsCondition().getMethods().stream()
                                        .map(method -> new Path(method.name(), pattern)))
                : Stream.empty();
    }

    /// Every address that leads to a screen.
    static Map<String, Class<?>> routes() {
        var found = new TreeMap<String, Class<?>>();
        CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Route.class))
                .forEach(type ->
                        found.put(
                                "route /" + type.getAnnotationOfType(Route.class).value(),
                                type.reflect()));
        return found;
    }

    /// Every method that a page may call on the server.
    static Map<String, Method> callables() {
        var found = new TreeMap<String, Method>();
        CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(ClientCallable.class))
                .forEach(method ->
                        found.put(
                                "client "
                                        + method.getOwner().getSimpleName()
                                        + "."
                                        + method.getName(),
                                method.reflect()));
        return found;
    }

    /// Who of the screens and REST paths calls a service's method.
    static List<String> callersFromOutside(Method method) {
        return CLASSES
                .get(method.getDeclaringClass())
                .getMethod(method.getName(), method.getParameterTypes())
                .getCallsOfSelf()
                .stream()
                .map(call -> call.getOriginOwner().getName())
                .filter(name -> name.contains(".ui.") || name.contains(".rest."))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
