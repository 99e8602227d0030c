"""Addresses of the staff workspace."""

from django.urls import path

from staff_workspace.views import (
    acknowledge,
    authority,
    case_list,
    case_pages,
    files,
    findings,
    reports,
    response,
    sharing,
    sign_in,
    today,
)

app_name = "staff_workspace"
CASE = "cases/<str:reference>/"

urlpatterns = [
    path("sign-in/", sign_in.SignInView.as_view(), name="sign_in"),
    path("sign-out/", sign_in.SignOutView.as_view(), name="sign_out"),
    path("", today.TodayView.as_view(), name="today"),
    path("cases/", case_list.CaseListView.as_view(), name="cases"),
    path(CASE, case_pages.CaseSummaryView.as_view(), name="case"),
    path(f"{CASE}people/", case_pages.ContactDetailsView.as_view(), name="people"),
    path(f"{CASE}files/", case_pages.CaseFilesView.as_view(), name="files"),
    path(f"{CASE}response/", case_pages.CaseResponseView.as_view(), name="response"),
    path(f"{CASE}access/", case_pages.CaseAccessView.as_view(), name="access"),
    path(f"{CASE}evidence/<int:pk>/", files.EvidenceFileView.as_view(), name="evidence"),
    path(f"{CASE}documents/<int:pk>/", files.DocumentView.as_view(), name="document"),
    path(f"{CASE}acknowledge/", acknowledge.AcknowledgeView.as_view(), name="acknowledge"),
    path(f"{CASE}grade/", acknowledge.GradeView.as_view(), name="grade"),
    path(f"{CASE}authority/", authority.AuthorityView.as_view(), name="authority"),
    path(f"{CASE}consent/", authority.ConsentStatementView.as_view(), name="consent"),
    path(
        f"{CASE}consent/<int:pk>/",
        authority.ConsentReceivedView.as_view(),
        name="consent_received",
    ),
    path(f"{CASE}points/", findings.IssueView.as_view(), name="issue"),
    path(f"{CASE}points/<int:number>/", findings.FindingView.as_view(), name="finding"),
    path(f"{CASE}response/draft/", response.DraftView.as_view(), name="draft"),
    path(f"{CASE}response/pass-on/", response.SubmitView.as_view(), name="submit"),
    path(f"{CASE}response/sign/", response.SignView.as_view(), name="sign"),
    path(f"{CASE}response/send-back/", response.ReturnView.as_view(), name="return"),
    path(f"{CASE}response/send/", response.SendView.as_view(), name="send"),
    path(f"{CASE}close/", response.CloseView.as_view(), name="close"),
    path(f"{CASE}share/", sharing.ShareView.as_view(), name="share"),
    path(f"{CASE}share/<int:pk>/stop/", sharing.StopSharingView.as_view(), name="stop_sharing"),
    path("reports/", reports.ReportsView.as_view(), name="reports"),
    path("reports/prepare/", reports.PrepareView.as_view(), name="prepare_figures"),
    path("reports/<int:pk>/", reports.FiguresView.as_view(), name="figures"),
]
