package org.bargardan.text.repair;

import static org.bargardan.text.repair.Letters.ZWNJ;

import java.util.Set;
import org.bargardan.text.repair.JoinedWords.Kind;
import org.bargardan.text.repair.JoinedWords.Spelling;
import org.jspecify.annotations.Nullable;

/// Second parts of compounds that make new words freely, and adverbs with به.
final class CompoundParts {

    /// What makes an adverb with به, and no other word when it is joined to it.
    static final Set<String> ADVERBIAL =
            Set.of(
                    "وجود", "ویژه", "عنوان", "طور", "طوری", "سرعت", "دست", "دنبال", "خاطر", "صورت",
                    "شدت", "تدریج", "زودی", "خصوص", "هنگام", "جای", "جز", "نظر", "راحتی", "سادگی",
                    "خوبی", "سختی", "درستی", "روشنی", "آسانی", "شکل", "وسیله", "وسیله‌ی", "واسطه",
                    "علت", "دلیل", "منظور", "سبب", "موجب", "محض", "مثابه", "مراتب", "زور", "ناچار",
                    "ظاهر", "واقع", "تازگی", "علاوه", "ندرت", "اجبار", "کلی", "تنهایی", "موقع",
                    "هرحال", "همراه", "غیر", "لحاظ", "قدری", "حدی", "سوی", "رغم", "راستی", "غلط",
                    "ناحق", "یقین", "وضوح", "اشتباه", "تعجیل");

    /// Parts that are no words by themselves, or rare ones.
    private static final Set<String> BOUND =
            Set.of(
                    "سازی",
                    "سازان",
                    "سازانه",
                    "گرا",
                    "گرایی",
                    "گرایان",
                    "گرایانه",
                    "گرائی",
                    "پذیر",
                    "پذیری",
                    "ناپذیر",
                    "ناپذیری",
                    "پرست",
                    "پرستی",
                    "پرستان",
                    "پرستانه",
                    "پرور",
                    "پروری",
                    "پرورانه",
                    "طلب",
                    "طلبی",
                    "طلبان",
                    "طلبانه",
                    "خواه",
                    "خواهی",
                    "خواهان",
                    "خواهانه",
                    "جو",
                    "جویی",
                    "جویان",
                    "جویانه",
                    "شناس",
                    "شناسی",
                    "شناسان",
                    "شناسانه",
                    "شناختی",
                    "نویس",
                    "نویسی",
                    "نویسان",
                    "ستیز",
                    "ستیزی",
                    "ستیزانه",
                    "زدایی",
                    "زدگی",
                    "زدگان",
                    "گذاری",
                    "گذاران",
                    "گذار",
                    "انگیز",
                    "انگیزی",
                    "آمیز",
                    "آمیزی",
                    "اندیش",
                    "اندیشی",
                    "اندیشان",
                    "اندیشانه",
                    "فروش",
                    "فروشی",
                    "فروشان",
                    "دوست",
                    "دوستی",
                    "دوستان",
                    "دوستانه",
                    "نشین",
                    "نشینی",
                    "نشینان",
                    "کننده",
                    "کنندگان",
                    "کنندگی",
                    "دهنده",
                    "دهندگان",
                    "بخش",
                    "بخشی",
                    "بخشانه",
                    "ناپذیرانه",
                    "آور",
                    "آوری",
                    "آوران",
                    "آورانه",
                    "گریز",
                    "گریزی",
                    "محور",
                    "محوری",
                    "مدار",
                    "مداری",
                    "مداران",
                    "داری",
                    "دارانه",
                    "داران",
                    "مآب",
                    "مآبانه",
                    "وار",
                    "گونه",
                    "بازی",
                    "بازان",
                    "بازانه",
                    "گیری",
                    "گیرانه",
                    "خانه");

    /// Parts that are never a word behind a space.
    private static final Set<String> NEVER_FREE =
            Set.of(
                    "گرایی",
                    "گرایانه",
                    "پذیری",
                    "ناپذیر",
                    "ناپذیری",
                    "پرستانه",
                    "پروری",
                    "طلبانه",
                    "خواهانه",
                    "جویانه",
                    "شناسانه",
                    "شناختی",
                    "ستیزانه",
                    "زدایی",
                    "اندیشانه",
                    "پردازان",
                    "پردازی",
                    "سرایی",
                    "سرایان",
                    "گذاران",
                    "مآبانه",
                    "دارانه");

    /// What has «داری» behind it as one word, and seldom as «you have».
    private static final Set<String> KEPT =
            Set.of("سرمایه", "برده", "مغازه", "کارخانه", "سهام", "هوا", "طرف", "پرچم");

    /// Whether two words are one compound, whatever lists say.
    static boolean isAlwaysOne(String first, String second) {
        return NEVER_FREE.contains(second)
                || KEPT.contains(first)
                        && (second.equals("داری")
                                || second.equals("داران")
                                || second.equals("دارانه"));
    }

    /// Words by themselves as well, so that only the joined ones are known to be compounds.
    private static final Set<String> ALSO_FREE =
            Set.of(
                    "شده", "شدن", "شدگان", "کردن", "کرده", "یافته", "یافتگان", "نیافته", "دادن",
                    "گرفتن", "خورده", "کشیده", "کشیدگان", "دیده", "دیدگان", "زبان", "زبانان",
                    "تبار", "رنگ", "ساله", "سالگی", "نفره", "نفری", "روزه", "ماهه", "ساعته",
                    "درصدی", "گیر", "گیرنده", "باختن", "باختگان", "رفته", "نشده", "بودن");

    private CompoundParts() {}

    private static final Set<String> PREFIXES =
            Set.of("پیش", "هم", "خوش", "بین", "نیمه", "فوق", "تک", "پر", "کم", "ابر", "بد", "پاک");

    static boolean isPrefix(String part) {
        return PREFIXES.contains(part);
    }

    static boolean isBound(String part) {
        return BOUND.contains(part);
    }

    private static boolean isSecond(String part) {
        int last = part.length() - 1;
        return BOUND.contains(part)
                || ALSO_FREE.contains(part)
                || part.charAt(last) == 'ی' && BOUND.contains(part.substring(0, last));
    }

    /// A word of these parts that no list has.
    static @Nullable Spelling joined(String word, JoinedWords words) {
        if (word.startsWith("نیمه") && word.length() > 7 && words.isRight(word.substring(4))) {
            return new Spelling("نیمه" + ZWNJ + word.substring(4), Kind.COMPOUND);
        }
        for (int cut = 2; cut <= word.length() - 3; cut++) {
            var second = word.substring(cut);
            var first = word.substring(0, cut);
            if (isSecond(second)
                    && !Letters.joinsNothingAfter(first.charAt(cut - 1))
                    && words.isRight(first)) {
                return new Spelling(first + ZWNJ + second, Kind.COMPOUND);
            }
        }
        return null;
    }
}
