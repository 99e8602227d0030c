"""Addresses of the staff workspace."""

from django.urls import path

from staff_workspace.views import (
    acknowledge,
    authority,
    case_list,
    case_pages,
    files,
    findings,
    profile_approval,
    profile_drafts,
    profiles,
    reports,
    response,
    sharing,
    sign_in,
    today,
)

app_name = "staff_workspace"
CASE = "cases/<str:reference>/"
DRAFT = "policy/drafts/<int:pk>/"

urlpatterns = [
    path("sign-in/", sign_in.SignInView.as_view(), name="sign_in"),
    path("sign-out/", sign_in.SignOutView.as_view(), name="sign_out"),
    path("stay/", sign_in.StayView.as_view(), name="stay"),
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
    path("policy/", profiles.ProfilesView.as_view(), name="profiles"),
    path("policy/<int:pk>/", profiles.ProfileView.as_view(), name="profile"),
    path("policy/<int:pk>/toml/", profiles.ProfileFileView.as_view(), name="profile_file"),
    path("policy/<int:pk>/change/", profile_drafts.OpenView.as_view(), name="open_draft"),
    path(DRAFT, profile_drafts.DraftView.as_view(), name="policy_draft"),
    path(f"{DRAFT}value/<str:key>/", profile_drafts.ValueView.as_view(), name="policy_value"),
    path(f"{DRAFT}file/", profile_drafts.FileView.as_view(), name="policy_file"),
    path(f"{DRAFT}discard/", profile_drafts.DiscardView.as_view(), name="discard_draft"),
    path(f"{DRAFT}submit/", profile_approval.SubmitView.as_view(), name="submit_draft"),
    path(f"{DRAFT}take-back/", profile_approval.TakeBackView.as_view(), name="take_back_draft"),
    path(f"{DRAFT}approve/", profile_approval.ApproveView.as_view(), name="approve_draft"),
    path(f"{DRAFT}send-back/", profile_approval.SendBackView.as_view(), name="return_draft"),
    path("reports/", reports.ReportsView.as_view(), name="reports"),
    path("reports/prepare/", reports.PrepareView.as_view(), name="prepare_figures"),
    path("reports/<int:pk>/", reports.FiguresView.as_view(), name="figures"),
]
