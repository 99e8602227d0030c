"""The accessibility statement of the demonstration's sites."""

from collections.abc import Callable

from django.utils import timezone

from public_site.models import HomePage, StatementPage

PROBLEMS = """
<ul>
<li>our PDF letters and reports have not been checked with every screen reader</li>
<li>some wide tables have to be scrolled sideways on a phone; the rest of the page does not</li>
</ul>"""
ALTERNATIVES = """
<p>If you need anything on this website in another format, such as accessible PDF, large print, easy
read, audio recording, British Sign Language or braille, use the contact details on our contact page.
Every form can also be filled in by phone, by post or with an advocate.</p>"""
NON_COMPLIANCE = """
<p>When we publish a PDF we publish the same information as a web page. The PDFs carry tags, a title
and a language, but conformance to PDF/UA has not been verified. This may fail WCAG 2.2 success
criterion 1.3.1 (info and relationships). Ask us for the web page or another format.</p>
<p>The main choice in some forms reports its state to screen readers in a way that the current ARIA
specification does not allow (4.1.2 name, role, value). The fault is in the design system that we
use. The question can be answered without it.</p>"""
TESTING = """
<p>This website was last tested by ourselves. Every page of the public site was opened in Chromium at
widths of 320, 768 and 1280 pixels and checked with axe-core for WCAG 2.0, 2.1 and 2.2, levels A and
AA. We also used the forms with a keyboard alone and with JavaScript switched off. The site has not
yet been tested by disabled people or by an outside body.</p>"""


def statement_page(home: HomePage, page_id: Callable[[str], int]) -> StatementPage:
    """The statement for a body's site, reviewed today, with the form for reporting problems."""
    host = home.get_site().hostname
    return StatementPage(
        slug="accessibility-statement",
        title="Accessibility statement",
        search_description=f"How accessible {host} is, what does not work yet and what to do then.",
        scope=f"{host}, the website for complaints, concerns and compliments",
        known_problems=PROBLEMS,
        alternatives=ALTERNATIVES,
        contact_form_id=page_id("/raise-a-concern/"),
        non_compliance=NON_COMPLIANCE,
        disproportionate_burden="<p>We have not claimed a disproportionate burden.</p>",
        out_of_scope=(
            "<p>Letters and documents that people send us are not published and stay as they are. "
            "We publish no live video and no maps.</p>"
        ),
        improvements=(
            "<p>We will have the forms and the PDFs tested by people who use screen readers, and "
            "mend what they find. New pages are checked before they are published.</p>"
        ),
        prepared_on=timezone.localdate(),
        last_reviewed=timezone.localdate(),
        testing=TESTING,
    )
