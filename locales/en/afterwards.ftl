# Other things to do after a death abroad.

afterwards-title = Other things to do after a death abroad
afterwards-lead = None of this has to be done before the registration. Take it one at a time, and ask the embassy or consulate where something is not clear.
afterwards-country = Country where the person died
afterwards-show = Show for this country
afterwards-source = Source: { $source }
afterwards-family-code = Family Code, article { $article }
afterwards-digital-code = Digital Code, article { $article }
afterwards-unverified = Not confirmed yet. Please ask before you rely on it.
afterwards-mission = Whom to ask
afterwards-link = Other things to do after a death abroad
