remedy-signature-invalid = The certification authority has answered that the signature is not valid. Sign again with a valid key, or confirm with a one-time code. Your answers are kept.
