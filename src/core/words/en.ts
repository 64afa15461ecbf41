// English.
import type { Words } from './words.ts';

export const months = 'january|february|march|april|may|june|july|august|september|october|november|december';

export const en: Words = {
  units: {
    phase: 'phase|phases',
    sprint: 'sprint|sprints',
    milestone: 'milestone|milestones',
    stage: 'stage|stages',
    iteration: 'iteration|iterations|increment|increments|wave|waves|epic|epics',
  },
  pieces:
    'step|steps|task|tasks|part|parts|item|items|session|sessions|week|weeks|workstream|workstreams|slice|slices',
  months,
  statuses: {
    running: 'in progress|in-progress|ongoing|under way',
    open: 'pending|todo|to do|not started|next|planned|upcoming',
    active: 'wip|current|active|started',
    inside:
      'working on|work on|currently in|currently on|currently|now in|now on|in the middle of|we are in|we are on|implementing|continuing|continues|current|in progress',
    fixed: 'fixed|resolved|solved|mended|gone',
    done: 'complete',
    closed: 'completed|done|finished|closed|validated|shipped|implemented|merged|delivered',
    none: 'none|no blockers|none currently|none at the moment|none right now|nothing|n/a|no current blockers|nothing blocking|no active blockers|no known blockers|nobody|no one|no-one|noone',
  },
  sections: {
    questions:
      'open questions|questions|unresolved questions|remaining questions|questions for the user|questions for you|open question|pending questions|outstanding questions|questions to answer|unanswered questions|open decisions|pending decisions|decisions needed|decisions pending|to be decided',
    results:
      'results|current results|latest results|key results|experiment results|experimental results|measurements|benchmark results|key findings|findings',
    resolved: 'resolved|resolved blockers|blockers resolved|past blockers|cleared blockers|unblocked',
    rejected:
      "rejected|rejected approaches|rejected alternatives|rejected ideas|rejected options|what did not work|what didn't work|what failed|what has failed|what we tried|tried and rejected|tried and failed|tried and abandoned|approaches that failed|failed approaches|failed attempts|abandoned approaches|discarded approaches|failed experiments|dead ends|approaches rejected|tried and dropped|tried and discarded|dropped ideas|dropped|abandoned|ruled out|what we rejected|considered and rejected|explored and rejected|discarded|things we tried",
    log: 'update log|update history|updates|changelog|change log|change history|changes log|session log|session history|session summaries|session notes|historical log|history|log|activity log|work log|worklog|progress log|progress updates|dev log|devlog|development log|journal|daily log|recent changes|recent updates|recent sessions|what changed recently|latest changes|version history|revision history|sprint history|release history|document history|build log|build history|builds',
    blockers:
      "blockers|current blockers|active blockers|open blockers|known blockers|blocked|blocked by|blocked on|blockers and risks|risks and blockers|blocking issues|impediments|blockers/concerns|blocking|what is blocking|currently blocked|blocked items|waiting on|waiting for|if blocked|current blocker|blocker|what's blocked|what is blocked|what's blocking us|stuck|what blocks us|obstacles",
    doNot:
      "what not to do|things not to do|do not|don't|dont|do nots|don'ts|donts|never do|never|avoid|guardrails|forbidden|off limits|anti-patterns|antipatterns|out of scope|non-goals|do not touch|don't touch|don't do|do not do|do not regress|red lines|hard no's|risk boundaries|boundaries|do not edit|do not modify|do not change|never run|do not repeat|what not to touch|files not to touch|protected files|hands off|must not|prohibited|prohibitions",
    gotchas:
      "gotchas|implementation gotchas|known gotchas|pitfalls|operational facts|operational notes|known holes|known weaknesses|known shortcomings|known defects|known issues|known issue|known limitation|known bug|known gotcha|known problem|known limitations|limitations|caveats|quirks|known quirks|traps|lessons learned|lessons|learnings|key learnings|watch out|important warnings|warnings|known cautions|challenges|current challenges|current problem|current problems|current issue|known gaps|known bugs|known considerations|known problems|known warnings|known constraints|cautions|things worth knowing|important notes|implementation notes|important implementation notes|technical constraints|open issues|outstanding issues|active issues|current issues|remaining issues|notes for next session|notes for the next session|key facts|key facts to remember|things to remember|facts to remember|things to know|good to know|hard-won lessons|hard won lessons|lessons from this session|things that will bite you|watch-outs|watchouts|landmines|known traps|footguns|surprises|known failures|known failing tests|known flaky tests|known risks|open risks|risks|things to watch|things to watch out for|known rough edges|rough edges|sharp edges|known footguns|environment gotchas|critical gotchas|important gotchas|non-obvious things|non-obvious facts|watch out for|gotchas and lessons|known pitfalls|common pitfalls|known traps and gotchas|issues encountered|known unknowns|things that bit us|what bit us|beware|tripwires|what does not work|what doesn't work|what's broken|what is broken|known broken|technical findings|non-obvious technical findings|non-obvious findings|hard-won findings|environment notes|machine notes|known deferred items|test debt|known debt|known deferred",
    standards:
      'standards|code standards|coding standards|code style|coding style|style guide|code conventions|coding conventions|conventions|rules|user rules|coding rules|guidelines|coding guidelines|development guidelines|development patterns|standing instructions|working agreements|user preferences|preferences|doctrine reminders|working rules|project rules|hard rules|golden rules|ground rules|house rules|operating rules|engineering rules|rules of engagement|standing preferences|design preferences|workflow preferences|invariants|what to do|dos|always do|constraints|important constraints|hard constraints|project constraints|key constraints|design constraints|quality gates|quality gate|session protocol|constitution',
    decisions:
      'decisions|key decisions|decision log|decisions log|key decisions log|decisions made|recent decisions|active decisions|architecture decisions|architectural decisions|technical decisions|design decisions|current decision|decided|decided by|decided with|what was decided|settled decisions|locked decisions|confirmed decisions|decisions so far|resolved decisions',
    next: "next|current goals|goals for next session|open points|next slice|next build slice|if you pick this up again|if you pick this up|picking this up|to pick this up|when you resume|on resume|after that|your next task|your first task|your task|next up|what's next|whats next|what is next|up next|next steps|next step|next actions|next action|next session|next session priorities|next priorities|next tasks|next targets|next phase|start here next session|start here|top-priority next actions|immediate next steps|to do|todo|todos|to-do|open items|open tasks|pending|pending work|pending tasks|pending items|remaining|remaining work|remaining tasks|priorities|first thing to do|upcoming|in the queue|next task|next work|next goals|what still needs to be done|what needs to be done|still to do|left to do|pending approval|todo items|next sessions|potential enhancements|future enhancements|future improvements|possible improvements|next milestones|next milestone|next moves|next features|next priority|next big things|todo list|to do list|to-do list|task list|how to continue|to continue|how to continue next time|continue here|resume here|where to continue|first things to do|what to do next|what remains|what's left|remaining milestones|remaining items|remaining steps|current priorities|planned|planned work|future work|upcoming work|upcoming tasks|pending features|outstanding work|outstanding tasks|backlog|follow-ups|follow ups|next story|next ticket|immediate priorities|immediate tasks|immediate actions|top priorities|action items|pending todos|pending to-dos|open todos|in progress / remaining|what's left to build|left to build|what remains to be done|remaining todos|immediate next actions|recommended next steps|suggested next steps|next session plan|next session tasks|not done yet|not yet done|what's not done|what's not done yet|what is not done|what is not done yet|what's not implemented yet|what is not implemented yet|not implemented yet|not yet implemented|what's missing|what is missing|what's still missing|still missing|what's pending|what is pending|unfinished work|unfinished|open work|open threads|loose ends|do this next|do next|resume with|resume by|next command|outstanding|outstanding todos|what is left|what's next up|where to pick up|pick up here|start here next time|next immediate steps|immediate next step|immediate next task|immediate next action|next concrete step|recommended next step|recommended next actions|recommended next task|suggested next step|suggested next actions|next up in order|next session should|next session start here|first steps next session|still needs|still needed|immediate focus|next focus|what still needs doing|coming up|what comes next|on deck|pick up next|pick this up next",
    phase:
      'phase|current phase|active phase|current sprint|current milestone|active sprint|active milestone|active stage|current iteration|sprint|milestone|stage|current stage|phases|phase status|phase progress',
    state:
      'exact task we were doing|what we were doing|what we were working on|what i was doing|what i was working on|what we are doing|what we are working on|what was in progress|where we are|where we left off|where we stand|where things stand|current state|current status|status|state|current position|current situation|project status|project state|current project state|current project status|state of the project|current checkpoint|checkpoint|active context|current focus|current work focus|focus|now|working on|currently working on|currently|active work|current objective|current context|current task|in progress|current work|current snapshot|snapshot|repo state|repository state|implementation status|current phase status|current progress|overall status|where it stands|what is the state|ongoing tasks|ongoing work|active tasks|where the project is|where the project stands|where it is now|what is in progress|current capabilities|capabilities|what exists now|what exists|what exists today|planning status|state of play|status at a glance|status summary|project snapshot|tl dr|tldr|status snapshot|current state summary|verified local state|local state|current repo state|state at handoff|current branch state|what is true now|current baseline|current situation summary|where it is today|where we are now|where we are today|current repository state|current system state|current implementation status|live state|live status|production state|current reality',
    reading:
      'reading order|read first|read before|read before proposing|read before touching anything|load-bearing documents|must read|documents to read|read these first|files to read|key files to read|key files to read on resume|required reading|what to read|how to resume|recovery instructions|start of session|session start|where to read things|important docs|always read first|key files|key file index|core files|important files|relevant files',
    done: "what was done|what we did|what we accomplished|what we accomplished today|done|completed|completed work|recently completed|session summary|last session summary|accomplished|accomplishments|what works|what's working|this session|what's done|what is done|what has been done|what's been built|what was built|what's already built|what shipped|what was just accomplished|verified working|verified|key accomplishments|recent accomplishments|implemented|implemented features|features implemented|key files modified|key files changed|key files created",
    updated:
      'last updated|updated|last update|last refreshed|refreshed|last modified|last edited|date of last update|date|session date|as of|last session|last revised|revised|last changed|last touched|touched|last saved|last synced|last synchronized|current as of',
  },
  labels: {
    next: "next|next step|next steps|next up|next action|next actions|next session|next task|next tasks|what's next|what is next|up next|todo|todos|to do|to-do|to-dos|remaining|remaining work|remaining tasks|follow-up|follow-ups|follow up|follow ups|followup|followups|not tested|not-tested|untested|still to do|still open|still missing|left to do|open tasks|open items|pending work|deferred|not yet done|what remains|outstanding|next steps for next session|coming next|coming up|coming up next|what is left|still left|to be done|not done|not done yet|future work|leftover|leftovers|remaining steps|remaining items|still pending|open points|open questions left|next phase",
    blocker:
      'blocker|blockers|current blocker|current blockers|open blockers|new blocker|blocked|blocked on|blocked by|blocking issue|blocking issues|waiting for|waiting on|stuck on|impediment|impediments|blocked until|blocked because|on hold|blocked waiting for|blocked waiting on|hard blocker|still blocked|still blocked on|still blocked by|held up by|depends on external|show stopper|showstopper|showstoppers',
    unblocked:
      'unblocked|unblocks us|blocker resolved|blockers resolved|resolved blocker|resolved blockers|blocker removed|blockers removed|blocker cleared|blockers cleared|blocker lifted|no longer blocked|no longer blocked by|no longer blocked on|unblocked by|blocker gone|blocker fixed|blocker solved',
    gotcha:
      'gotcha|gotchas|known issue|known issues|known limitation|known limitations|known bug|known bugs|known problem|known problems|limitation|limitations|caveat|caveats|pitfall|pitfalls|constraint|constraints|directive|directives|root cause|root causes|cause|causes|the cause|watch out|watch out for|beware|heads up|heads-up|quirk|quirks|warning|warnings|trap|traps|be aware|careful|important|known quirk|known quirks|known caveat|known caveats|known gotcha|known gotchas|note well|be careful|please note that|surprises|gotcha for later|side effect|side effects|footgun|footguns|watch-out|known gap|known gaps|why it broke|reason for the bug|underlying cause|culprit|the culprit|actual cause|real cause|things to know|good to know|keep in mind',
    result:
      'result|results|finding|findings|outcome|outcomes|measured|measurement|measurements|benchmark|benchmarks|benchmark result|benchmark results|evaluation|experiment result|experiment results|hypothesis result|hypothesis confirmed|hypothesis rejected|hypothesis refuted|hypothesis supported|hypothesis falsified|findings so far|observation|observations|measurement result|perf result|performance result|key result|key results|key finding|key findings|main finding|conclusion|conclusions|verdict',
    decision:
      'decision|decisions|decided|design decision|design decisions|key decision|key decisions|we decided|decision made|decisions made|architecture decision|architectural decision|decisions taken|decision taken|final decision|we chose|we picked|chosen approach|resolution taken',
    deviation:
      'deviation|deviations|deviation from plan|deviation from the plan|deviations from plan|deviations from the plan|deviates from plan|deviates from the plan|departure from the plan|plan deviation|plan change|changed from plan|deviating from plan|deviating from the plan|off plan|off-plan|departure from plan|change of plan|changes to the plan|changed plan|differs from plan|differs from the plan|different from plan|different from the plan',
    rejected:
      'rejected|rejected alternative|rejected alternatives|rejected approach|rejected approaches|rejected option|rejected options|ruled out|tried and rejected|tried and dropped|considered and rejected|alternatives rejected|alternative rejected|discarded|abandoned|not chosen|alternatives considered and rejected|alternatives considered but rejected|considered but rejected|considered and dropped|options considered and rejected|approaches considered and rejected|options ruled out|tried and abandoned|tried but rejected|tried but dropped|alternatives discarded|alternatives ruled out|dead end|dead ends|did not work|what did not work|failed approach|failed approaches|failed attempt|failed attempts',
    learned:
      'learned|learnt|lesson|lessons|lesson learned|lessons learned|learning|learnings|key learning|key learnings|takeaway|takeaways|til|what we learned',
    done: 'done|completed|finished|complete|shipped|closed|done this session|completed this session|finished this session|done today|completed today|finished today|what was done|what was completed|done so far',
    status:
      'status|state|current status|progress|phase status|phase progress|overall progress|project progress|current progress|sprint status',
    neutral:
      'changes|change|changed|what changed|summary|highlights|update|updates|overview|details|key changes|main changes|added|features|milestone|milestones|session|in this commit|this commit|included|note|notes|fyi|info|nb|ps|tldr|news',
    quiet: 'tested|confidence|scope-risk|scope risk|reversibility',
  },
  clauses: {
    articles:
      'the|our|all of|all of the|all|project|whole|the whole|entire|the entire|all tasks of|all tasks in|all tasks of the|all tasks in the|all the tasks of|all of the tasks of|all the tasks in|all items of|all items in|all steps of|all steps in|every task of|every task in|every step of|every item of|everything in|everything of|all work of|all work in|all work on|all tickets of|all tickets in|all stories of|all stories in|all issues of|all issues in|all deliverables of|implementation of|the implementation of|execution of|the execution of|the work of|the work on|work of|the work in|status of|the status of|state of|100% of|100 % of|100% of the|100 % of the',
    frames:
      'of the plan|of our plan|of the migration|of the rewrite|of the rollout|of the refactoring|of the redesign|of the upgrade|of the port|of the overhaul|of the roadmap|of our roadmap|of the project|of the project plan|of the implementation plan|of the migration plan|of the rollout plan|of the development plan|of the master plan|from the plan|from the roadmap|in the plan',
    copulas:
      "is|are|is now|are now|has been|have been|now|was|were|has|have|is all|is officially|it is|it's|is fully|has now been|have now been|status|status is|status is now|state|'s",
    adverbs:
      'now|fully|finally|officially|entirely|completely|successfully|all|totally|already|formally|at last|both',
    over: 'completed|done|finished|closed|closed out|shipped|wrapped up|wrapped|wrapped-up|finalized|finalised|concluded|delivered|over|accomplished|signed off|signed-off|landed|behind us|in the books|a wrap|ticked off|checked off|released|rounded off|in the bag|implemented|implementation complete|implementation is complete|implementation completed|implementation is now complete|implementation done|implementation is done|implementation finished|execution complete|work complete|work completed|work is complete|work is done|finished up|finished off|ended|all done|all finished|all wrapped up|over and done|over and done with|rounded out|buttoned up|put to bed',
    settled: 'through|in|in place|merged|live|implemented|signed off|there',
    reached: 'reached|hit|achieved|met',
    completes:
      "wrap|wraps|complete|completes|completed|finish|finishes|finished|finish up|finishes up|finish off|finished off|close|closes|closed|close out|closes out|closed out|close off|wrap up|wraps up|wrapped up|finalize|finalizes|finalized|finalise|finalises|finalised|conclude|concludes|concluded|ship|ships|shipped|deliver|delivers|delivered|done with|done|marks the end of|marks the completion of|mark the end of|wrapped|rounds off|rounded off|round off|completion of|finished with|we are done with|we're done with|all done with|land|lands|landed|tick off|ticks off|ticked off|check off|checked off|finishes off|closes off|closing of|rounding off|wrap-up of|wrapup of|close-out of|closeout of|closure of|finalization of|finalisation of|end of|the end of|sign off|signs off|sign off on|signs off on|signed off on|tick|ticks|ticked|closing|closing out|concluding|closes the book on|a wrap on|a wrap for|that's a wrap on|brings us to the end of|reaches the end of|reached the end of|we reached the end of|puts a bow on",
    completing:
      'completing|finishing|closing|closing out|concluding|wrapping up|finishing off|finishing up|finalizing|finalising|thus completing|thereby completing|so completing|which completes|which finishes|which closes|which wraps up|which closes out|which concludes',
    marks:
      'mark|marks|marked|declare|declares|declared|set|flag|flagged|call|tick off|ticked off|check off|checked off|sign off|signed off on|sign off on|consider|move|moves|moved|update|updates|updated|flip|flips|flipped|change|changes|changed|switch|switches|switched',
    edits: 'update|updates|updated|refresh|refreshed|sync|syncs|synced|bump|edit|edited|refreshes',
    as: 'as|to|status to|status as|status',
    begins:
      'start|starts|started|begin|begins|began|kick off|kicks off|kicked off|start work on|starts work on|started work on|start working on|begin work on|begins work on|begin working on|commence|commences|enter|enters|entered|open|opens|move on to|moved on to|move to|on to|starting|kicking off|beginning|entering|moving on to|moving to|start on|starts on|started on|moving into|move into|kick-off of|kickoff of|start of|the start of|beginning of|the beginning of|launch of',
    begun:
      'started|begun|begins|starts|in progress|in-progress|kicked off|underway|under way|is underway|has started|has begun|ongoing|kickoff|kick-off|wip|now in progress|running|commenced|begins now|starts now|starts today|under construction',
    workOn:
      'work on|the work on|works on|development of|development on|implementation of|the implementation of|coding of|construction of',
    means: 'with|by',
    subjects:
      "this|that|this commit|this change|this pr|this patch|this one|which|it|with this we|we|i|we have|we've|i have|i've|we just|with that we|and|finally|also",
    which: 'which|that',
    openers:
      "now that|so|thus|hence|therefore|with this|with this commit|with that|and with that|and with this|and|as of today|as of now|as of this commit|today|since|this means|which means|meaning|and now|after that|great news|good news|that means|therewith|hereby|as|that's|that is|this is|that makes|and that's|and that is|thereby|with this change|with these changes|with this pr|with this patch|with this merge|with this release|with this one|with that change|with this in place|with that in place|with that done|with this done|with these commits|with these in place|with all that|with all of this|note that|notes that|record that|records that|confirm that|confirms that|announce that|announces that|state that|yay|woohoo|hooray",
    tails:
      'with this|with this commit|with this change|with that|by this|here|now|today|yesterday|at last|for good|this week|last week|on time|on schedule|ahead of schedule|ahead of time|early|as planned|too|as well|in this commit|in full|and done|successfully|finally|in production|for everyone|across the board|completely|entirely|fully|already|everywhere|for now done|then|in the roadmap|in the plan|in the docs|in the readme|in the tracker|in the status|in the changelog|in the context|in session context|in the session context|in the board|on the board|on the roadmap|in roadmap|in plan|in docs|with all tests passing|with all tests green|with full test coverage|with full coverage|with tests|with tests and docs|with docs|with docs and tests|implementation|execution|according to plan|according to the plan|as per plan|as per the plan|with no open items|with no open issues|with no known issues|with no known bugs|with nothing left to do|with nothing left|without issues|without problems|with zero known issues|ahead of plan|as of today|as of now|as of this commit|as of this week|as of yesterday|thanks all|thanks everyone|to production|to prod|to customers|to users|to beta testers|to testers|to pilots|under budget|within budget|a day early|a week early|at long last|once and for all',
    additions:
      'with the last|with the final|to the|to our|to all|to everyone|to every|by adding|by implementing|by fixing|by removing|by wiring|by moving|by closing|by merging|by shipping|by porting|by extracting|by documenting|by making|by introducing|by writing|by replacing|by landing|by migrating',
    handed:
      'shipped to|delivered to|released to|handed over to|signed off by|signed-off by|accepted by|approved by|rolled out to|rolled out at|launched at|launched to',
    and: 'and|plus|then',
    limits:
      'except|excepting|but|at least|apart from|other than|besides|aside from|save for|minus|excluding|mostly|almost|nearly|partly|partially|in part|remaining|remains|pending|todo|to do|tbd|barring|modulo|awaiting|subject to|however|although|though|yet|supposedly|allegedly|apparently|wip|wrongly|mistake|accident|error|premature|prematurely|not yet|is missing|are missing|still missing|still to|missing only|everything but|not included|or so|reportedly|says|claims|on paper|to follow|outstanding|unverified|untested|i think|we think|i believe|we hope|i hope|in principle|in theory|more or less|give or take|sort of|kind of|reopened|too early|too soon|open issues|open bugs|open points|known gaps|to be verified|to be tested|to be done|to be fixed|to be reviewed|needs testing|needs review|needs work|needs tests|first part|second part|in name only|so far|for now|roughly|essentially|basically|practically|virtually|just about|technically|and utter|and total|i guess|i suppose|presumably|afaik|imo|imho|it seems|seemingly|i assume|we assume|sic|kidding|just kidding|as far as|up to a point|for the most part|cough',
    hedges:
      "not|no longer|isn't|aren't|wasn't|doesn't|only|remain|missing|lacks|lacking|still|left|provided|assuming|if|unless|once|after|when|as soon as|until|till|without|half|some|most|part of|reverted|maybe|perhaps|probably|hopefully|soon|should|would|could|might|may|will|draft|never|false|wrong|before we|before i|before the",
    conjunctions: 'if|once|after|when|whenever|as soon as|until|till|without|before',
    doubts:
      "if|once|when|whenever|unless|until|till|after|before|as soon as|as long as|assuming|provided|suppose|in case|plan|plans|planned|planning|prepare|prepares|preparing|how to|todo|to do|need|needs|want|wants|try|tries|trying|attempt|attempts|will|would|should|could|can|can't|cannot|couldn't|must|may|might|let|lets|let's|aim|aims|goal|goals|going to|about to|ready to|so that|in order|hope|hopes|expect|expected|expects|example|e.g|pretend|fake|mock|dummy|sample|whether|maybe|perhaps|probably|revert|reverts|reverted|undo|undoes|rollback|unable|propose|proposal|draft|wip|idea|estimate|criteria|acceptance|pending|imagine|assert|asserts|checks that|check that|verify that|ensure|ensures|don't|do not|never|says|claims|claimed|supposedly|to",
    undone:
      'wip|draft|plan|spec|rfc|proposal|goal|aim|idea|question|example|expected|target|revert|test|tests|criteria|criterion|todo|planned|planning|ask|estimate|estimated|deadline|forecast|roadmap|false|error|warning|received|acceptance|definition|scheduled|upcoming|later|soon|assumption|risk|maybe|requirement|sample|samples|seed|seeds|seed data|fixture|fixtures|mock|mocks|dummy|template|i18n|l10n|locale|translation|translations|copy',
    wholes:
      'all tasks|all the tasks|all items|all steps|all boxes|all tickets|all work|everything|every task|every item|every step|all plans|all stories|all subtasks|all deliverables|all the work',
    parts:
      'part|parts|step|steps|day|days|week|weeks|half|task|tasks|item|items|subtask|draft|wip|partial|partially|mostly|almost|nearly|only|first|second|third|last|remaining|not|incomplete|unfinished|except|but|planned|planning|pending|in progress|started|todo|tbd|next|current|blocked|failed|reverted|minus|without|most',
    waiters: "we are|we're|i am|i'm|this is|it is|it's|everything is|work is|the work is|all work is",
    waits:
      'blocked on|blocked by|still blocked on|still blocked by|waiting for|waiting on|still waiting for|still waiting on|stuck on|currently blocked on|currently blocked by|awaiting|held up by|on hold until|on hold pending|blocked until|stuck until|stuck waiting for|stuck waiting on',
    waitsAfter: null,
    cannot: "can't|cannot|can not|we can't|we cannot|unable to|we are unable to|i can't|i cannot",
    works:
      'finish|complete|continue|proceed|start|begin|test|release|ship|deploy|merge|go on|go live|move on|verify|build|run|implement|publish|close|roll out|launch|be finished|be completed|be closed|be closed out|be started|be tested|be shipped|be released|be deployed|be merged|be done|be continued',
    lacking: 'without|until|before',
    freed:
      "no longer blocked on|no longer blocked by|no longer waiting for|no longer waiting on|no longer stuck on|we are no longer blocked on|we're no longer blocked on|we are no longer blocked by|we're no longer blocked by|unblocked by",
    decided:
      "we decided to|we have decided to|we've decided to|decided to|we decided on|decided on|we decided against|decided against|we decided that|decided that|i decided to|it was decided to|it was decided that|we settled on|settled on|we chose|we agreed to|we agreed on|we opted for|opted for|team decided to|the team decided to|we agreed that|we have chosen|we went with|we are going with|we picked",
    decidedAfter: null,
    nextIs: 'is next|are next|comes next|is up next|next',
    nextFirst:
      'next step is to|next step is|next step will be to|next step will be|next we|next is|next up is|next up|next comes|what is left is to|what is left is|still to do is|still need to|we still need to|still needs|remaining work is|todo is',
    failedWith: 'revert to|reverts to|reverted to|go back to|goes back to|went back to',
    gaveUp:
      'gave up on|we gave up on|give up on|gives up on|we abandoned|ruled out|we ruled out|we rejected|we decided against using|discard the idea of|discarded the idea of|dropped the idea of|drop the idea of',
    tried: 'tried|we tried|i tried|have tried|we have tried|we also tried|also tried',
    failing:
      "but|didn't|did not|doesn't|does not|wasn't|was not|failed|fails|slower|worse|no gain|no better|rejected|abandoned|dropped|gave up|too slow|too|nothing|no effect|no improvement|unusable|broke|breaks|crashed",
    learnedThat:
      'learned that|we learned that|lesson learned is that|turns out that|it turns out that|it turned out that|turned out that|we learnt that|learnt that|turns out',
    deviates:
      'this deviates from|deviates from|we deviate from|this departs from|departs from|we deviated from|deviating from|deviated from|contrary to the plan|unlike the plan|against the plan',
    cares:
      'beware of|beware that|watch out for|be careful with|mind that|beware|root cause was|root cause is|the root cause was|the root cause is',
    confirmed: 'hypothesis|experiment|ablation|h',
    verdicts:
      'rejected|confirmed|refuted|supported|falsified|disproved|disproven|validated|accepted|not supported|not confirmed|failed|proven|holds',
  },
  says: {
    log: 'Update Log',
    next: 'Next',
    gotcha: 'Gotcha',
    blocker: 'Blocker',
    unblocked: 'Unblocked',
    result: 'Result',
    deviation: 'Deviation',
    decision: 'Decision',
    fix: 'Fix',
    also: 'Also',
    rejected: 'Rejected',
    learned: 'Learned',
    none: 'None',
    phaseDone: 'Phase # complete',
    done: 'complete',
    older: 'Older entries',
  },
};
