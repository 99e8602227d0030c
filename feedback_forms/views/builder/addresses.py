"""The addresses of the builder's screens, below Wagtail's admin."""

from django.urls import path

from feedback_forms.views.builder.form_export import FormExportView
from feedback_forms.views.builder.form_import import FormImportView
from feedback_forms.views.builder.form_list import FormListView
from feedback_forms.views.builder.form_map import FormMapView
from feedback_forms.views.builder.form_tests import FormTestsView
from feedback_forms.views.builder.form_versions import FormVersionsView, FormVersionView

app_name = "forms_builder"
urlpatterns = [
    path("", FormListView.as_view(), name="list"),
    path("import/", FormImportView.as_view(), name="import"),
    path("<int:pk>/map/", FormMapView.as_view(), name="map"),
    path("<int:pk>/tests/", FormTestsView.as_view(), name="tests"),
    path("<int:pk>/versions/", FormVersionsView.as_view(), name="versions"),
    path("<int:pk>/versions/<int:number>/", FormVersionView.as_view(), name="version"),
    path("<int:pk>/export/", FormExportView.as_view(), name="export"),
]
