dev-codes-title = Sign-in codes of the demonstration
dev-codes-lead = Each code works once, for about a minute. Reload the page for the next one.
dev-codes-login = Login
dev-codes-code = Code
