package org.bargardan.text.repair;

import java.util.List;
import java.util.Set;
import org.bargardan.text.repair.RuleHelp.Example;

/// Tanwin that a font lost, leaving an alef and exactly three spaces.
///
/// One space is between the words and two are the sign's; two spaces after an alef mean nothing. At
/// the end of a line, where spaces are cut off, and before a mark, only words that are always
/// written so are mended. Authors who write no tanwin leave no spaces, and are left alone.
final class LostTanwin implements RepairRule {

    private static final int FEW = 3;

    private static final RuleHelp HELP =
            new RuleHelp(
                    "lost-tanwin",
                    RuleHelp.FOR_PERSIAN,
                    "Puts back the tanwin that the file lost, where an alef and three spaces stand"
                            + " for it.",
                    "تنوینی را که در پرونده گم شده و به جایش سه فاصله پس از الف مانده است،"
                            + " برمی‌گرداند.",
                    List.of(
                            Example.of("کاملا   درست", "کاملاً درست"),
                            Example.of("تقریبا   همه\nدیدند، واقعا", "تقریباً همه\nدیدند، واقعاً"),
                            Example.untouched("کاملا درست، ما  را")));

    /// Adverbs that are written with tanwin; without it none of them is another word.
    private static final Set<String> ADVERBS =
            Set.of(
                    ("اتفاقا احتمالا احیانا اخیرا اساسا اصالتا اصطلاحا اصلا اصولا اضطرارا"
                                    + " اکثرا الزاما انصافا اولا ایضا باطنا بخشا بدوا بعدا"
                                    + " بعضا تاریخا تحقیقا تخمینا تدریجا تصادفا تعمدا تقریبا"
                                    + " تلویحا تماما ثالثا ثانیا جبرا جزئا جسما جمعا"
                                    + " جوهرا حتما حدودا حضورا حقا حقوقا حقیقتا خصوصا دائما"
                                    + " دایما دفعتا دقیقا ذاتا ذهنا راسا رسما رفاقتا روحا سابقا"
                                    + " ساعتا سریعا سهوا شخصا شدیدا شرعا شفاها صراحتا صرفا صریحا"
                                    + " ضرورتا ضمنا طبعا طبیعتا ظاهرا عادتا عاقبتا عجالتا"
                                    + " عقیدتا علنا عمدا عمدتا عمقا عملا عموما عمیقا عینا"
                                    + " غالبا غفلتا فعلا فورا قاعدتا قانونا قبلا قسما"
                                    + " قطعا قلبا قهرا قویا کاملا کتبا کلا کلیتا لزوما لطفا ماهیتا"
                                    + " مثلا مجددا مجموعا محققا مخصوصا مداوما مرتبا مستقلا مستقیما"
                                    + " مستمرا مسلما مشترکا مشخصا مطلقا مطمئنا معمولا مفصلا مقدمتا"
                                    + " مقدما مکررا منحصرا منطقا موقتا ناگزیرا نتیجتا نسبتا نظرا"
                                    + " نقدا نهایتا نوعا واضحا واقعا وضوحا یقینا جمیعا کرارا"
                                    + " متقابلا متعاقبا متناوبا متوسطا محتملا مشروطا موکدا"
                                    + " متوالیا اجبارا اختصارا استثنائا")
                            .split(" "));

    @Override
    public RuleHelp help() {
        return HELP;
    }

    @Override
    public Evidence evidence(Draft draft) {
        var text = draft.text();
        int all = 0;
        int known = 0;
        for (int i = text.indexOf("ا   "); i >= 0; i = text.indexOf("ا   ", i + 1)) {
            if (isGap(text, i + 1)) {
                all++;
                known += isAdverb(text, i) ? 1 : 0;
            }
        }
        if (known < FEW) {
            return Evidence.count(0, FEW, "lost tanwins", "تنوین گم‌شده");
        }
        return Evidence.share(
                known,
                all,
                0.7,
                "gaps of three spaces after an alef follow such adverbs",
                "فاصله‌های سه‌تایی پس از الف، پس از قیدهای تنوین‌دارند");
    }

    @Override
    public void mend(Draft draft, Edits edits) {
        var text = draft.text();
        for (int i = text.indexOf('ا'); i >= 0; i = text.indexOf('ا', i + 1)) {
            if (i + 1 < text.length() && Letters.isWordPart(text.charAt(i + 1))) {
                continue;
            }
            if (isGap(text, i + 1)) {
                if (start(text, i) <= i - 3) {
                    edits.replace(i + 1, i + 4, "ً ");
                }
            } else if (isAtEdge(text, i + 1) && isAdverb(text, i)) {
                edits.insert(i + 1, "ً");
            }
        }
    }

    private static boolean isGap(String text, int at) {
        return text.startsWith("   ", at)
                && at + 3 < text.length()
                && Letters.isWordPart(text.charAt(at + 3));
    }

    private static boolean isAtEdge(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i == text.length() || "\n،.؛:".indexOf(text.charAt(i)) >= 0;
    }

    private static boolean isAdverb(String text, int alef) {
        return ADVERBS.contains(text.substring(start(text, alef), alef + 1));
    }

    private static int start(String text, int alef) {
        int start = alef;
        while (start > 0 && Letters.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
