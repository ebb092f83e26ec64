using Prefdissect.Annotating.Surface;

namespace Prefdissect.Tests.Annotating.Surface;

public class LanguageTests
{
    public static TheoryData<string> Foreign =>
    [
        "La biblioteca abre a las nueve, pero los domingos está cerrada todo el día.",
        "Le musée est ouvert tous les jours, sauf le mardi, et l'entrée est gratuite pour les enfants.",
        "Das Fenster ist offen, und es wird kalt, wenn wir nicht bald die Heizung einschalten.",
        "Il treno parte alle otto, ma questa mattina non è ancora arrivato nella stazione.",
        "O mercado fica perto da praça, e aos sábados não há lugar para estacionar.",
        "De winkel is vandaag gesloten, maar morgen kunnen we het nog een keer proberen.",
        "Tåget går klockan åtta, men det är inte säkert att vi hinner till stationen i tid.",
        "Pociąg odjeżdża o ósmej, ale nie jest pewne, czy zdążymy na czas przed końcem dnia.",
        "Kereta itu berangkat pada pukul delapan, tetapi kami tidak yakin akan tiba tepat waktu untuk makan malam yang hangat.",
        "Tren saat sekizde kalkıyor, ama bu sabah çok geç kaldık ve yağmur daha da hızlandı.",
        "Поезд отправляется в восемь часов.",
        "列车八点钟出发。",
        "電車は八時に出発します。",
        "기차는 여덟 시에 출발합니다.",
        "القطار يغادر في الثامنة.",
        "Το τρένο φεύγει στις οκτώ το πρωί.",
        "ट्रेन आठ बजे चलती है।",
        "谢谢",
    ];

    public static TheoryData<string> English =>
    [
        "", "42", "Paris", "Yes.", "Los Angeles", "El Niño", "E = mc²", "α + β = γ", "🙂",
        "apple, banana, cherry, date, elderberry, fig, grape, honeydew, kiwi, lemon, mango, nectarine",
        "```\nle = la + el\n```", "int main(void) { return 0; }", "SELECT name FROM users WHERE id = 3;",
        "The word \"Schadenfreude\" is German and means to enjoy what hurts others.",
        "The train is called 東京 express and it leaves from the main station.",
        "Naïve café owners, à la carte menus and a certain je ne sais quoi: that is what the critic wrote about.",
        "Juan Carlos de la Cruz was the first of the family to leave the village.",
        "The 谢谢 above means thank you.",
    ];

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Another_language_is_rated_for_its_length_alone(string text)
    {
        var ratings = Ratings.Annotator.Rate(text);
        ratings[^1].Value.ShouldBeGreaterThan(0);
        ratings.SkipLast(1).ShouldAllBe(rating => !rating.IsMeasured);
        Ratings.Annotator.Explain(text).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(English))]
    public void English_and_what_could_be_is_rated(string text) => Ratings.Annotator.Rate(text).ShouldAllBe(rating => rating.IsMeasured);

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Decomposed_letters_do_not_change_the_verdict(string text) =>
        ReadText.Of(text.Normalize(System.Text.NormalizationForm.FormD)).IsEnglish.ShouldBeFalse();
}
