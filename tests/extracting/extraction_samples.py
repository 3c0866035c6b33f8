"""Reports for the tests of the whole extraction: one as published, and any number of cue words and noise."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from marsad.extracting.events.context import context
from marsad.extracting.events.cues import event_cues
from marsad.extracting.events.participants import participants
from marsad.extracting.figures.cues import figure_cues
from marsad.languages.arabic.particles import particles
from marsad.records import Report

STORY = """الرئيسية | أخبار
قال المتحدث باسم الجيش يوم الأحد إن مسلحين هاجموا ثكنة قرب مدينة كركوك في 3 مايو 2026، \
ما أدى إلى مقتل سبعة جنود، بينهم ضابطان، وإصابة 12 آخرين.
وأعلن تنظيم داعش، في ٥ مايو 2026، مسؤوليته عن الهجوم. وذكرت وكالة محلية أن عدد القتلى «لا يقل عن تسعة».
واعتقلت الشرطة العراقية ثلاثة مشتبه بهم، ونفى مصدر أمني مقتل مدنيين. \
ويخشى السكان أن تتصاعد الهجمات في الأشهر المقبلة."""

_CLAUSES = (
    "قتل سبعة جنود في كمين قرب كركوك",
    "هاجم مسلحون ثكنة في 3 مايو 2026",
    "أسفر الهجوم عن مقتل ثمانية ركاب وإصابة ستة",
    "اعتقلت الشرطة التونسية ثلاثة رجال",
    "أعلن تنظيم داعش مسؤوليته عن الهجوم",
    "تبنته جماعة بوكو حرام",
    "من بينهم خمسة أطفال",
    "قال المتحدث باسم الجيش يوم الأحد إن",
    "نفى مصدر أمني مقتل",
    "دون وقوع إصابات",
    "مقابل 190 في العام الماضي",
    "أدانت المحكمة ثلاثة متهمين بتهمة قتل شرطي",
    "اندلعت اشتباكات بين الجيش ومسلحين",
    "تعرضت دورية للشرطة لهجوم",
    "سيطر مسلحو داعش على بلدة تدمر",
    "قد تتصاعد الهجمات في سوريا",
    "شن مسلحون",
    "الذي استهدف حافلة في بغداد",
    "على يد مسلحين",
    "ومن بين القتلى ما بين 10 و15 مدنيا",
)
_NAMES = (
    'داعش لـ"داعش" طالبان بغداد ببغداد سوريا الجيش الشرطة التونسية الأمم المتحدة '
    "محمد الخطيب القاضي مسلحون وزارة الداخلية"
)
_TIMES = "أمس يوم الأحد مايو 2019 ٢٠٢١ عام الماضي منتصف خلال شهر قبل ثلاثة أيام"
_NUMBERS = "7 ٣٢ سبعة ألفي عشرات مئة 1,000 10.5 ما بين 1000 و1400 نحو أكثر من % مليونا 99999999999999999999"
_SPEECH = "قال إن أن نفى وأضاف أعلن نقلا عن بحسب قد لم سوف الذي التي ما لو إذا «قوله مسؤوليته عن"


def report(
    text: str, *, furniture: tuple[tuple[int, int], ...] = (), published: date | None = date(2026, 5, 20)
) -> Report:
    return Report(id="r", source="r.txt", sha256="0" * 64, text=text, published=published, furniture=furniture)


def words() -> list[str]:
    """Words that extraction knows, in the spelling of the lists."""
    cues = event_cues()
    told = {w for c in cues for w in (*c.verb, *c.nouns, *c.plurals, *sorted(c.needs)[:3])}
    known = figure_cues()
    listed = [
        *known.units,
        *known.heads,
        *known.partitives,
        *known.things,
        *participants().carry_out,
        *context().unreal_heads,
    ]
    plain = f"{_NAMES} {_TIMES} {_NUMBERS} {_SPEECH}".split()
    return sorted(told) + sorted(listed) + sorted(particles().all) + plain * 6


_LEADS = ["", "", "", "", "و", "ف", "ب", "ل", "ال", "لل", "وال", "س", "ك", "\u200f", "ـ"]
_GAPS = [" "] * 12 + [
    "، ",
    ". ",
    "\n",
    ": ",
    " «",
    "» ",
    ' "',
    '" ',
    " (",
    ") ",
    "؟ ",
    "",
    "\u202b ",
    "\u200c",
    " - ",
    "\u064f",
    "\u0640",
    ".\n\n",
    "؛ ",
    'ـ"',
    "…",
    "\t",
    "\r\n",
]


def texts() -> st.SearchStrategy[str]:
    """Reports of clauses, cue words, numbers, punctuation and invisible marks, or of any characters."""
    gap = st.sampled_from(_GAPS)
    word = st.tuples(st.sampled_from(_LEADS), st.sampled_from(words()), gap).map("".join)
    clause = st.tuples(st.sampled_from(["", "", "و"]), st.sampled_from(_CLAUSES), gap).map("".join)
    noise = st.text(max_size=5)
    told = st.lists(st.one_of(word, clause), min_size=10, max_size=40).map("".join)
    torn = st.lists(st.one_of(word, clause, noise), min_size=5, max_size=30).map("".join)
    return st.one_of(told, told, torn, st.text(max_size=120))
