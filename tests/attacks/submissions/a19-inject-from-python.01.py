"""Puts formulas, markup, escapes and commands for a CI server wherever a text of its own is shown."""

import mlflow

HTML = "<img src=x onerror=alert(1)><script>alert(1)</script>"
FORMULA = '=HYPERLINK("@canary@/formula","me")'
ANSI = "\x1b[2J\x1b]8;;@canary@\x07"

mlflow.set_experiment("workshop-churn-learning")
with mlflow.start_run(run_name=FORMULA + HTML):
    mlflow.log_param("model_type", HTML + ANSI)
    mlflow.set_tag("tag", f"{FORMULA}\u202e")
    mlflow.log_text(HTML, "report.html")
print(f"{ANSI}{HTML}\n::error file=x::injected\n##[error]injected\n")
raise type(f"{FORMULA}{HTML}{ANSI}", (Exception,), {})(f"{FORMULA}\n::error::injected\n{HTML}{ANSI}![i](@canary@/i.png)")
