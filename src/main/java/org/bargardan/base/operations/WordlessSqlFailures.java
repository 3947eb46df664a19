package org.bargardan.base.operations;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// Takes people's words out of what a database says about a failed statement, before anything can
/// log it: databases quote the row or the value that they refuse, and libraries print a failure's
/// message in places of their own.
@Configuration(proxyBeanMethods = false)
class WordlessSqlFailures {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'?");
    private static final Pattern STATE_THAT_QUOTES_VALUES = Pattern.compile("2[23].{3}");
    private static final int LONGEST = 500;

    @Bean
    ExceptionTranslatorExecuteListener wordless() {
        return ExceptionTranslatorExecuteListener.of(WordlessSqlFailures::translator);
    }

    private static SQLExceptionTranslator translator(ExecuteContext context) {
        var product = context.dialect().thirdParty().springDbName();
        var translator =
                product == null
                        ? new SQLErrorCodeSQLExceptionTranslator()
                        : new SQLErrorCodeSQLExceptionTranslator(product);
        return (task, sql, failure) -> translate(translator, task, sql, failure);
    }

    private static DataAccessException translate(
            SQLExceptionTranslator translator,
            String task,
            @Nullable String sql,
            SQLException failure) {
        var statement = sql == null ? null : withoutLiterals(sql);
        var wordless = wordless(failure);
        var translated = translator.translate(task, statement, wordless);
        return translated == null
                ? new UncategorizedSQLException(task, statement, wordless)
                : translated;
    }

    /// State and error number remain, by which the kind of failure is known, and the place.
    static SQLException wordless(SQLException failure) {
        var state = failure.getSQLState();
        var message = failure.getMessage();
        boolean quotesValues = state == null || STATE_THAT_QUOTES_VALUES.matcher(state).matches();
        var wordless =
                new SQLException(
                        quotesValues || message == null
                                ? "the database refused the statement, state " + state
                                : withoutLiterals(message),
                        state,
                        failure.getErrorCode());
        wordless.setStackTrace(failure.getStackTrace());
        return wordless;
    }

    /// Values are bound, but a statement with too many of them has them written out by jOOQ.
    static String withoutLiterals(String sql) {
        var shortened = LITERAL.matcher(sql).replaceAll("'…'");
        return shortened.length() <= LONGEST ? shortened : shortened.substring(0, LONGEST) + "…";
    }
}
