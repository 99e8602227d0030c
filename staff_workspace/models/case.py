"""A case: one complaint, concern, enquiry or compliment, and where it stands."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from feedback_forms.models import Submission
from permissions.models import Body, Guarded, Team
from permissions.rules.matrix import Role
from staff_workspace.models.profile_version import ProfileVersion
from staff_workspace.policy import lifecycle

NOTHING_DUE = date(9999, 12, 31)


class Case(Guarded):
    """Dates ending in ``_due`` are what the clocks said when the case last changed."""

    class Kind(models.TextChoices):
        COMPLAINT = "complaint", "Complaint"
        CONCERN = "concern", "Concern"
        MP_ENQUIRY = "mp_enquiry", "MP enquiry"
        ENQUIRY = "enquiry", "Enquiry"
        COMPLIMENT = "compliment", "Compliment"
        COMMENT = "comment", "Comment"
        LETTER_OF_CLAIM = "letter_of_claim", "Letter of claim"

    guarded_state = "state"
    guarded_owner = "owner_team"
    guarded_restricted = "restricted"
    guarded_grants = ("staff_workspace.CaseUserGrant", "staff_workspace.CaseTeamGrant")
    guarded_walls = "staff_workspace.CaseWall"
    guarded_openings = "staff_workspace.CaseOpening"
    guarded_order = ("due_order", "received_at", "reference")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="cases")
    owner_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="cases")
    profile_version = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT)
    submission = models.OneToOneField(
        Submission, null=True, blank=True, on_delete=models.PROTECT, related_name="case"
    )
    reference = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    channel = models.CharField(max_length=30, default="website")
    state = models.CharField(max_length=20, default="received")
    restricted = models.BooleanField(default=False, help_text="For Governance and named people")
    headline = models.CharField(max_length=160)
    story = models.TextField(blank=True)
    desired_outcome = models.TextField(blank=True)
    service = models.CharField(max_length=120, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=160, blank=True)
    event_date = models.CharField(max_length=60, blank=True, help_text="As the person gave it")
    anonymous = models.BooleanField(default=False)
    on_behalf = models.BooleanField(default=False)
    representation = models.CharField(max_length=30, blank=True)
    communication_needs = models.TextField(blank=True)
    safe_contact = models.TextField(blank=True)
    contact_preference = models.CharField(
        max_length=20, blank=True, help_text="email, phone or post, as the person chose"
    )
    elected_as = models.CharField(
        max_length=20, blank=True, help_text="Set when an elected person brought it as well"
    )
    elected_name = models.CharField(max_length=160, blank=True)
    elected_reference = models.CharField(max_length=60, blank=True)
    legal_or_media = models.TextField(blank=True, help_text="A claim or the press, in words")
    immediate_risk = models.TextField(blank=True, help_text="To anybody, and what was done")
    other_body = models.CharField(
        max_length=200, blank=True, help_text="Where the person has complained already"
    )
    lead_organisation = models.CharField(
        max_length=200, blank=True, help_text="Who leads and answers, where several are concerned"
    )
    lead_told_on = models.DateField(null=True, blank=True, help_text="When the person was told")
    next_news_on = models.DateField(null=True, blank=True, help_text="When the person hears next")
    grade = models.CharField(max_length=30, blank=True)
    complex_or_claim = models.BooleanField(default=False)
    outcome = models.CharField(max_length=20, blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    received_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    responded_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=30, blank=True)
    referred_to_ombudsman = models.BooleanField(default=False)
    reopened = models.BooleanField(default=False)
    acknowledgement_due = models.DateField(null=True, blank=True)
    response_due = models.DateField(null=True, blank=True)
    statutory_due = models.DateField(null=True, blank=True)
    ombudsman_due = models.DateField(null=True, blank=True)
    next_due = models.DateField(null=True, blank=True)
    # Cases with nothing due come last; a list by key needs a value in every row.
    due_order = models.GeneratedField(
        expression=Coalesce("next_due", models.Value(NOTHING_DUE)),
        output_field=models.DateField(),
        db_persist=True,
    )

    class Meta:
        # One permission per role: what guardian grants on a single case.
        default_permissions = ()
        permissions = [(role.value, f"{role.value} of this case") for role in Role]
        indexes = [
            # Governance and signatories read across the teams.
            *(
                index
                for whose, of in (("owner_team", "team"), ("body", "body"))
                for index in (
                    models.Index(fields=[whose, "state", "due_order", "id"], name=f"case_{of}_due"),
                    models.Index(fields=[whose, "received_at", "id"], name=f"case_{of}_newest"),
                    models.Index(
                        fields=[whose, "due_order", "id"],
                        condition=~models.Q(state="closed"),
                        name=f"case_{of}_open",
                    ),
                )
            ),
            models.Index(
                fields=["body"], condition=models.Q(restricted=True), name="case_restricted"
            ),
            # The oldest of what was closed: their time of keeping may be over.
            models.Index(
                fields=["body", "closed_at"],
                condition=models.Q(state="closed"),
                name="case_closed_long_ago",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def state_label(self) -> str:
        """What staff call the state."""
        return lifecycle.STATES[self.state].label

    @property
    def is_open(self) -> bool:
        """Whether work on it goes on."""
        return self.state != "closed"

    @property
    def profile(self):
        """The policy in force when the case was received."""
        return self.profile_version.profile
