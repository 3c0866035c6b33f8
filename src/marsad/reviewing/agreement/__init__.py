"""Agreement: how far coders who judged the same say the same."""

from .alpha import Level, Reliability, krippendorff_alpha
from .measuring import Agreement, Compared, FieldAlpha, SpanAgreement, agreement, agreement_in

__all__ = [
    "Agreement", "Compared", "FieldAlpha", "Level", "Reliability", "SpanAgreement", "agreement", "agreement_in",
    "krippendorff_alpha",
]  # fmt: skip
