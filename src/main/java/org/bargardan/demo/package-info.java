/// The sample: two essays of our own, translated in part by three people, to look around in.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "account",
            "project",
            "document",
            "importing",
            "review",
            "text"
        })
@NullMarked
package org.bargardan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
