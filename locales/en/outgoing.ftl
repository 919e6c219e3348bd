# Notices to other bodies, on a case and on the administrator's page.

outgoing-heading = Notices to other bodies
outgoing-lead = When a death is registered, the law wants these bodies to be told. A notice without a receiver waits.
outgoing-kind-consular-deregistration = Removal from the consular register
outgoing-kind-key-revocation = Revocation of the digital signature of the person who died
outgoing-kind-register-copy = Copy for the State database of individuals
outgoing-taken = Taken: { $when }
outgoing-waiting-since = Waits, written: { $when }
outgoing-receiver = Receiver: { $host }.
outgoing-nobody = No receiver is named (--receivers).
outgoing-none-waiting = None waits.
outgoing-waiting = { $count ->
    [one] One waits.
   *[other] { $count } wait.
}
outgoing-error = Last error: { $said }
