"""The pages that the public reads."""

from public_site.models.annual_report import AnnualReportPage
from public_site.models.charter import CharterPage
from public_site.models.contacts import AdvocacyPage, ContactPage
from public_site.models.guidance import GuidancePage
from public_site.models.home import HomePage
from public_site.models.policy import PolicyPage
from public_site.models.site_page import SitePage
from public_site.models.statement import StatementPage

__all__ = [
    "AdvocacyPage",
    "AnnualReportPage",
    "CharterPage",
    "ContactPage",
    "GuidancePage",
    "HomePage",
    "PolicyPage",
    "SitePage",
    "StatementPage",
]
