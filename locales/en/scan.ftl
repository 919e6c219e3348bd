# The virus scan of enclosed files: what the person is told, and the desk.

scan-tag = Virus
scan-waiting = Being checked for viruses. You need not wait.
scan-clean = Checked for viruses: nothing was found.
scan-infected = A virus was found in this file, so it cannot be sent. Replace or remove it.
scan-not-possible = This file could not be checked for viruses. You can send it; the officer will see this.
scan-some-waiting = Some files are still being checked for viruses. You need not wait: sign when you are ready.
error-infected = A virus was found in the file { $name }. Photograph the page again or save the document anew, and put it in its place
scan-desk-waiting = Virus scan: no answer yet.
scan-desk-clean = Virus scan, { $when }: nothing was found.
scan-desk-infected = Virus scan, { $when }: { $threat } was found. The original is not given out; look at its pages here and ask for another file.
scan-desk-not-possible = Virus scan, { $when }: the file could not be checked.
scan-not-drawn = This page cannot be shown here. Ask the applicant for another file.
problem-harmful-title = This file is not given out
problem-harmful-body = The virus scan found something harmful in it. Look at its pages in the viewer, and ask the applicant for another file.
scan-system-waiting = Files that wait for a verdict: { $count }.
scan-system-error = Last failure: { $said }
