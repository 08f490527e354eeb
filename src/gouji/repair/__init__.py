"""Which printed number is wrong, and one finding for what has one cause. Pure.

In order: `locate` takes the `evidence` (each identity once) and puts the document right in thought, as a `Case`
(`settling`). Rows and tables come first (`tables/`). Then the engine is asked (`asking`), errors before warnings; a
number that it locates is confirmed by the rules' own judges (`corrections`), its value made exact (`refining`), and its
findings become one (`gathering`). Last, the rules are heard again (`hearing`) on a report with all that put right
(`amending`): what is gone was a mere consequence (`consequences`), and two numbers printed in each other's place are
one finding (`exchanging`). `scans/` asks the same engine before all this, whether it is our reading that is wrong.
"""
