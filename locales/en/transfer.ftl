# Forwarding an application to the competent mission (APPC 65).

state-transferred-applicant = Forwarded to the competent mission. It will register it.
state-transferred-officer = Came from another mission: to register
act-transfer = Forward to the competent mission
timeline-transfer = The application was forwarded to the competent mission
transfer-told = Your application was forwarded to { $mission }, { $when }. That mission decides now.
transfer-reason = Reason: { $reason }
desk-transfer-title = Forward the application { $reference } to the competent mission
desk-transfer-lead = The term goes on. After this only that mission sees the case.
desk-transfer-until = By law it is to be forwarded by { $when } (APPC article 65).
desk-transfer-late = The time to forward it has passed: { $when } (APPC article 65). Forward it all the same: it must reach the competent mission.
desk-transfer-mission = To which mission
desk-transfer-mission-hint = Missions that serve the country where the applicant lives come first.
desk-transfer-mission-error-missing = Choose the mission
desk-transfer-mission-error-same = The case is at this mission already
desk-transfer-reason = Why that mission is competent
desk-transfer-button = Forward and send the letter
desk-transfer-done = The application was forwarded.
desk-assign-transfer = The application was forwarded to the competent mission. The letter is on its way.
letter-transferred-subject = { $reference }: your application was forwarded to the competent mission
letter-transferred-body =
    We forwarded your application { $reference } to the mission that decides now:
    { $to }

    Reason: { $reason }

    The term is the same: { $deadline }. You do not need to do anything: your answers and papers went with it.

    Your application: { $url }
letter-transferred-sms = { $reference }: forwarded to the competent mission. { $url }
desk-declined-forward = An application sent to the wrong mission can be forwarded to the right one within { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    } (APPC article 65). Then the person need not apply again, and the term goes on.
desk-declined-forward-link = Forward it instead
