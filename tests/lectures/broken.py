"""A corpus of broken lecture files: what is wrong, and what the one line about it must name."""

from __future__ import annotations

GOOD = """
format = "gdsim-lecture"
version = 1
id = "small"
title = { en = "A small one", zh_CN = "小讲" }
goal = { en = "To step.", zh_CN = "走一步。" }
surprise = { en = "It works.", zh_CN = "行得通。" }
questions = [ { en = "Why?", zh_CN = "为什么？" }, { en = "How?", zh_CN = "怎样？" } ]
notes = { en = "Be quick.", zh_CN = "快一点。" }

[[scenes]]
id = "first"
title = { en = "First", zh_CN = "第一" }
views = ["overlay", "arithmetic", "code"]
code = "in-place"
bookmark = 1
scenario.problem = { id = "coupled-bowl" }
scenario.start = [1, 1]
scenario.lanes = [
  { order = "synchronous", optimizer = { id = "gd" }, learning_rate = 0.1 },
  { order = "sequential", optimizer = { id = "gd" }, learning_rate = 0.1 },
]
scenario.stop = { max_steps = 20 }
beats = [
  { step = 0, caption = { en = "w is {w@0}.", zh_CN = "w 是 {w@0}。" } },
  { walk = [0, 2], mode = "whole" },
  { step = "end", play_from = 2, caption = { en = "gap {gap@end}", zh_CN = "差距 {gap@end}" } },
]

[[scenes]]
id = "second"
title = { en = "Second", zh_CN = "第二" }
views = ["panels"]
change = { learning_rate = 0.2 }
highlight = ["gap"]

[[scenes.beats]]
step = 0
ask.kind = "choice"
ask.question = { en = "Which?", zh_CN = "哪个？" }
ask.choices = [
  { en = "more", zh_CN = "更多", when = "gap@1 > 0" },
  { en = "none", zh_CN = "没有", when = "gap@1 = 0" },
]
ask.because = { en = "So.", zh_CN = "如此。" }
ask.reveal = 3
"""

#: (what is replaced in GOOD, by what, what the line must contain besides the file).
WRONG: list[tuple[str, str, str]] = [
    # The whole file.
    ('format = "gdsim-lecture"\n', "", "format: is missing"),
    ('"gdsim-lecture"', '"gdsim-scenario"', "format: must be one of: gdsim-lecture"),
    ("version = 1", "version = 2", "version: must be 1"),
    ("version = 1", 'version = "1"', "version: must be a number"),
    ('id = "small"', 'id = "Small one"', "id: must be small letters"),
    ('id = "small"', "colour = 3", "colour: is not known here"),
    ("notes = {", "note = {", "note: is not known here"),
    ('title = { en = "A small one", zh_CN = "小讲" }', 'title = "One"', "title: must be an object"),
    (', zh_CN = "走一步。"', "", "goal.zh_CN: is missing"),
    ('"It works."', "7", "surprise.en: must be a text"),
    ('"It works."', '"{w@0}"', "surprise.en: a placeholder needs a scene"),
    (', { en = "How?", zh_CN = "怎样？" }', "", "questions: must have 2 to 4 entries"),
    ('{ en = "How?", zh_CN = "怎样？" }', '{ en = "How?" }', "questions[1].zh_CN: is missing"),
    ('"Be quick."', '""', "notes.en: must have 1 to 4000 characters"),
    ('"Be quick."', '"a\\u0007b"', "notes.en: must not have control characters"),
    ("[[scenes]]", "[[scene]]", "scene: is not known here"),
    # A scene.
    ('id = "second"', 'id = "first"', "scene 2 “Second”: id: occurs twice"),
    ('id = "second"', "", "scene 2 “Second”: id: is missing"),
    ('"Second", zh_CN', '"Second", fr', "scene 2 “Second”: title.fr: is not known"),
    ('views = ["panels"]', "views = []", "scene 2 “Second”: views: must have 1 to 3 entries"),
    ('views = ["panels"]', 'views = ["panel"]', "scene 2 “Second”: views[0]: must be one of"),
    ('["panels"]', '["panels", "surface"]', "scene 2 “Second”: views: may have only one of"),
    ('["panels"]', '["gap", "gap"]', "scene 2 “Second”: views: “gap” occurs twice"),
    ('"arithmetic", "code"]', '"arithmetic"]', "scene 1 “First”: views: the view “code”"),
    ('["panels"]', '["panels", "code"]', "scene 2 “Second”: views: the view “code”"),
    ('code = "in-place"', 'code = "python"', "scene 1 “First”: code: must be one of"),
    ("bookmark = 1", "bookmark = 0", "scene 1 “First”: bookmark: must be a digit"),
    ('highlight = ["gap"]', "bookmark = 1", "scene 2 “Second”: bookmark: occurs twice"),
    ('highlight = ["gap"]', 'highlight = ["x"]', "scene 2 “Second”: highlight[0]: must be one"),
    ('highlight = ["gap"]', "map = { columns = 1 }", "scene 2 “Second”: map.columns: must be"),
    ('highlight = ["gap"]', "map = { box = [[1, 0], [0, 1]] }", "map.box[0]: must go from"),
    ('highlight = ["gap"]', 'notes = "x"', "scene 2 “Second”: notes: must be an object"),
    ('highlight = ["gap"]', "lane_names = [{ en = 'a', zh_CN = 'b' }]", "lane_names: must have 2"),
    # Its scenario.
    ("change = { learning_rate = 0.2 }", "", "scene 2 “Second”: scenario: a scene has exactly one"),
    ('highlight = ["gap"]', 'builtin = "x"', "scene 2 “Second”: change: a scene has exactly one"),
    ("change = {", 'builtin = "nowhere" #', "scene 2 “Second”: builtin: is no scene"),
    ("change = {", 'builtin = "../../x" #', "scene 2 “Second”: builtin: is no scene"),
    ("learning_rate = 0.2 }", "rate = 0.2 }", "scene 2 “Second”: change.rate: is not known"),
    ("learning_rate = 0.2 }", "learning_rate = -1 }", "change.learning_rate: must be (0"),
    ("learning_rate = 0.2 }", "learning_rate = nan }", "change.learning_rate: must be a finite"),
    ("learning_rate = 0.2 }", "learning_rates = [1] }", "change.learning_rates: must have 2"),
    ("learning_rate = 0.2 }", "start = [1] }", "change.start: must have 2 entries"),
    ("learning_rate = 0.2 }", "params = { coupling = 2 } }", "change.problem.params.coupling"),
    ("learning_rate = 0.2 }", 'optimizer = { id = "newton" } }', "change.lanes[1].order: "),
    ("learning_rate = 0.2 }", 'problem = { id = "hill" } }', "change.problem.id: must be one of"),
    ("learning_rate = 0.2 }", "stop = { max_steps = 100000000 } }", "change.stop.max_steps"),
    ('{ id = "coupled-bowl" }', '{ id = "formula", formula = "w +", box = [[0, 1], [0, 1]] }',
     "scene 1 “First”: scenario.problem.formula: "),
    ("scenario.start", "change.start", "scene 1 “First”: change: a scene has exactly one"),
    ("max_steps = 20 }", "max_steps = 100000 }\nscenario.variant = { id = 'batch', seed = 1 }",
     "scene 1 “First”: scenario.variant.seed: is not known"),
    # Its beats.
    ("{ step = 0, caption", "{ caption", "scene 1 “First”: beats[0].step: is missing"),
    ("{ step = 0, caption", "{ step = -1, caption", "beats[0].step: must be [0, 100000]"),
    ("{ step = 0, caption", "{ step = 'last', caption", "beats[0].step: must be a whole number or"),
    ("{ step = 0, caption", "{ step = 21, caption", "beat 1, step: there is no step 21"),
    ("{w@0}.", "{w@0.", "beats[0].caption.en: a brace has no partner"),
    ("{w@0}.", "{w@0:x}.", "beats[0].caption.en: “w@0:x” cannot be read"),
    ("{w@0}.", "{q@0}.", "beat 1: there is no quantity “q”"),
    ("{w@0}.", "{w@99}.", "beat 1: there is no step 99"),
    ("{w@0}.", "{lane3.w@0}.", "beat 1: this scene has no lane “lane3”"),
    ("{w@0}.", "{fit.1@0}.", "beat 1: this problem has no data"),
    ("{w@0}.", "{mse@0}.", "beat 1: this problem has no data"),
    ("{w@0}.", "{__import__('os')}.", "beats[0].caption.en: “__import__('os')” cannot be read"),
    ("{w@0}.", "{w@0?up|down}.", "beats[0].caption.en: “w@0?up|down” cannot be read"),
    ("walk = [0, 2]", "walk = [2, 0]", "beats[1].walk: must go from a step to a later one"),
    ("walk = [0, 2]", "walk = [0, 200]", "beats[1].walk: must go from a step to a later one"),
    ('mode = "whole"', 'mode = "fast"', "beats[1].mode: must be one of: four, whole, code"),
    ('mode = "whole"', 'mode = "code"', "beats[1].walk: needs captions"),
    ('mode = "whole"', "captions = []", "beats[1].captions: must have 4 entries"),
    ("play_from = 2", "play_from = 'a'", "beats[2].play_from: must be a number"),
    # Questions.
    ('ask.kind = "choice"', 'ask.kind = "essay"', "beats[0].ask.kind: must be one of"),
    ('ask.kind = "choice"', 'ask.kind = "lane"', "beats[0].ask.choices: does not belong"),
    ("ask.because", "ask.reason", "beats[0].ask.reason: is not known"),
    ('when = "gap@1 = 0"', 'when = "gap@1 >= 0"', "beat 1, ask.choices: exactly one answer"),
    ('when = "gap@1 > 0"', 'when = "gap@1"', "ask.choices[0].when: “gap@1” is no comparison"),
    ('when = "gap@1 > 0"', 'when = "outcome = lost"', "beat 1: “lost” must be one of: converged"),
    ('when = "gap@1 > 0"', "right = false", "ask.choices[0].right: must be true"),
    ("ask.reveal = 3", "ask.reveal = 900", "beat 2, step: there is no step 900"),
    ("ask.reveal = 3", "ask.target = 3", "ask.target: does not belong"),
]  # fmt: skip

#: (bytes of the file, what the line must contain).
NOT_TOML: list[tuple[bytes, str]] = [
    (b"", "format: is missing"),
    (b"title = ", "is not TOML: Invalid value"),
    (b"a = 1\na = 2", "is not TOML: Cannot overwrite a value"),
    (b"\xff\xfe", "is not UTF-8 text"),
    (b"x = " + b"[" * 20_000, "is nested too deeply"),
    (b"#" * 1_000_001, "is larger than 1 MB"),
    (b"import os", "is not TOML"),
]
