"""Addresses of "your complaint", which a site hangs below its own /your-complaint/."""

from django.urls import path

from staff_workspace.views.complainant import answers, messages, opening, status, wishes

app_name = "your_complaint"

urlpatterns = [
    path("", opening.EnterView.as_view(), name="open"),
    path("leave/", opening.LeaveView.as_view(), name="leave"),
    path("where-it-stands/", status.StatusView.as_view(), name="status"),
    path("messages/", messages.MessagesView.as_view(), name="messages"),
    path("files/", messages.EvidenceView.as_view(), name="evidence"),
    path("summary/", answers.SummaryView.as_view(), name="summary"),
    path("consent/<int:pk>/", answers.ConsentView.as_view(), name="consent"),
    path(
        "consent/<int:pk>/withdraw/",
        answers.WithdrawConsentView.as_view(),
        name="withdraw_consent",
    ),
    path("date/<int:pk>/", answers.ProposalView.as_view(), name="proposal"),
    path("contact/", wishes.ContactView.as_view(), name="contact"),
    path("stop/", wishes.StopView.as_view(), name="stop"),
    path("look-again/", wishes.ReopenView.as_view(), name="reopen"),
]
