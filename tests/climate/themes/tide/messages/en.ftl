# What this theme says otherwise, and what only its own templates say. Same keys as zh.ftl.
home-question = What has the coast promised to do, how much, by when, and who answers for it?
not-government = An invented coast: nothing here is the word of any government.
tide-heading = How to read these plans
tide-text = A figure is coral; beside it stand the date, the body and the clause. What a plan does not say is left empty.
