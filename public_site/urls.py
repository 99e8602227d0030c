"""All addresses: the editors' admin, the staff workspace, and the pages that the public reads."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve

handler400 = "feedback_forms.views.refused_request.refused_request"

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("workspace/", include("staff_workspace.urls")),
    path("your-complaint/", include("staff_workspace.complainant_urls")),
    # A page answers for its own PDF; Wagtail's pattern knows addresses that end in a slash only.
    re_path(r"^((?:[\w\-]+/)+annual-report\.pdf)$", serve),
    path("", include(wagtail_urls)),
]
