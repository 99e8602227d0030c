"""Follow a link that was mailed: looking uses nothing up, opening uses it once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from feedback_forms.evidence.keeping import drafts_kept
from feedback_forms.models import Draft, ResumeLink
from feedback_forms.rules import coming_back
from feedback_forms.rules.coming_back import Use, use_of_link
from permissions.models import Body


@dataclass(frozen=True)
class Followed:
    """What a token leads to: the link, if there is one, and what becomes of it."""

    use: Use
    link: ResumeLink | None = None

    @property
    def draft(self) -> Draft | None:
        """The answers behind the link, whether it opens them or not."""
        return self.link.draft if self.link else None

    @property
    def can_be_mailed_again(self) -> bool:
        """Whether a new link to the same answers and the same address makes sense."""
        return self.use in {Use.USED, Use.EXPIRED}


def look_at_link(*, token: str, body: Body, now: datetime) -> Followed:
    """What the token would open; nothing changes, since mail scanners look as well."""
    links = ResumeLink.objects.select_related("draft__form_version__page", "draft__body")
    return _judged(links, token, body, now)


def use_resume_link(*, token: str, body: Body, now: datetime) -> Followed:
    """Open the draft and use the link up; of several at once, one opens it."""
    with transaction.atomic():
        links = ResumeLink.objects.select_related("draft__form_version__page", "draft__body")
        followed = _judged(links.select_for_update(of=("self",)), token, body, now)
        if followed.link and followed.use is Use.OPENS:
            followed.link.used_at = now
            followed.link.save(update_fields=["used_at"])
    return followed


def _judged(links, token: str, body: Body, now: datetime) -> Followed:
    hashed = coming_back.hash_of(token)
    link = links.filter(
        token_hash=hashed, draft__body=body, draft__form_version__page__live=True
    ).first()
    if link is None:
        return Followed(Use.UNKNOWN)
    use = use_of_link(
        expires_at=link.expires_at,
        used_at=link.used_at,
        draft_updated_at=link.draft.updated_at,
        draft_sent_at=link.draft.sent_at,
        kept=drafts_kept(),
        now=now,
    )
    return Followed(use, link)
