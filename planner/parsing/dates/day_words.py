"""Words before a day and a month in figures (`by 15/1`, `op 8/12`)."""

from __future__ import annotations

from typing import Final

DAY_FIRST: Final = (
    r"le|am|el|op|il|em|bis|vor|vom|zum|ab|avant|antes del|del|al|van|voor|tot|du|au|dia|tag|rdv|termin|junta|pleno|"
    r"jury|ag|gv|sitzung|comite|conseil|consejo|vergadering|alv|raad|college|schepencollege|assemblea|assembleia|"
    r"riunione|reunion|reuniao|cita|afspraak|gesprek|besluit|beslissing"
)
"""As patterns in plain form, those of languages that write the day first."""
IN_ENGLISH: Final = (
    r"on|by|before|until|till|due|from|after|starts?|starting|decision|decides?|meeting|call|deadline|board|w/c"
)
PERHAPS: Final = r"in|for|per|closes|pitch|meet|panel|hearing|interview|demo|visit|submit|vote"
"""Before a share or a grade these mean no day (`in 3/4 of cases`, `visit 8/10`)."""
