"""The project's addresses, and the bare view."""

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from bench_site.models import FIELDS, BareSubmission
from public_site.urls import urlpatterns as addresses


@csrf_exempt
def bare(request: HttpRequest) -> HttpResponse:
    """Write the files, insert one row, say thanks."""
    names = []
    settings.BENCH_FILES.mkdir(parents=True, exist_ok=True)
    for upload in request.FILES.getlist("file"):
        name = secrets.token_hex(16)
        with (settings.BENCH_FILES / name).open("wb") as target:
            for chunk in upload.chunks():
                target.write(chunk)
        names.append(name)
    answers = {name: request.POST.get(name, "") for name in FIELDS}
    BareSubmission.objects.create(answers=answers, files=names)
    return HttpResponse("Thank you")


urlpatterns = [path("bare/", bare), *addresses]
