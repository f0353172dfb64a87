/** What lists of stolen passwords are made of: words that many take... */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssw0rd p@ssword pa55word welcome welcome1 letmein changeme default temporary iloveyou loveyou
    trustno1 whatever nothing secret access login admin administrator superuser sysadmin manager root user guest test testing tester
    demo sample student teacher school college university company office business computer internet laptop iphone android samsung
    google facebook twitter instagram youtube microsoft windows apple linkedin nintendo playstation minecraft fortnite pokemon starwars
    hello goodbye monkey dragon master shadow killer hunter ranger tigger pepper ginger buster cookie cheese chocolate banana orange
    purple yellow silver golden diamond crystal rainbow sunshine moonlight princess prince angel lovely sweetheart beautiful butterfly
    flower family forever friends freedom heaven jesus blessed america england scotland ireland france germany spain italy canada
    australia london paris berlin madrid boston chicago dallas houston newyork california texas florida football baseball basketball
    softball soccer hockey tennis cricket rugby golfer liverpool chelsea arsenal manchester everton celtic rangers barcelona juventus
    yankees lakers cowboys steelers eagles packers mustang ferrari porsche mercedes corvette harley yamaha toyota superman batman
    spiderman ironman wolverine matrix merlin phoenix summer autumn winter spring january february march april june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday michael jennifer jessica ashley
    daniel charlie thomas jordan michelle matthew andrew joshua robert nicole samantha elizabeth alexander anthony william christopher
    jonathan benjamin victoria stephanie amanda melissa hannah sophie george charles richard joseph patrick maggie jasmine qwerty
    qwertz azerty qwertyui qazwsx qazwsxedc 1qaz2wsx zxcvbn zxcvbnm asdfgh asdfghjkl 1q2w3e4r q1w2e3r4 abc123 abcdef abcdefg abcd1234
    casewright training learning leadership teamlead workshop`.split(/\s+/),
)

/** ...and what they put behind one where more is asked for, years aside. */
export const COMMON_ENDINGS: ReadonlySet<string> = new Set(
  `1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 000 01 02 03 007 10 11 13 14 21 22 23 33 42 44 55 66 69 77
    88 99 100 101 111 222 321 333 420 456 555 654321 666 777 789 888 987 999 1111 1212 1313 4321 ! !! !!! . ? # * $ @ 1! 12! 123! 1234!
    12345! 1. @1 @12 @123 @1234 #1 #123 !1 !123 _1 _123 -1 -123 a abc xyz`.split(/\s+/),
)

const YEAR = /^@?(19|20)\d\d!?$/

/** What is neither: numbers, ways over the keyboard, and a few that are known for themselves. */
const OTHERS: ReadonlySet<string> = new Set([
  'correct horse battery staple',
  ...`1234567890 12345678910 1234567891 123456789a a123456789 0123456789 0987654321 9876543210 1234554321 1122334455 1111111111
    0000000000 2222222222 3333333333 4444444444 5555555555 6666666666 7777777777 8888888888 9999999999 1212121212 1231231231
    123123123123 111222333444 123456123456 1234512345 123321123321 1472583690 1029384756 1357924680 7894561230 qwertyuiop asdfghjkl;
    qazwsxedcrfv 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 qwertzuiop azertyuiop abcdefghij abcdefghijk abc123abc123
    aa12345678 abcd12345678 aaaaaaaaaa correcthorsebatterystaple iloveyouforever letmeinplease letmeinnow changemenow thepassword
    mypassword newpassword mypassword1 newpassword1 mypassword123`.split(/\s+/),
])

/**
 * Pure. Whether a password, in lower case, is one of those that a guesser tries first: a common word with a common ending or a year,
 * or itself again, or one of a few others. Built rather than copied from a list; what keeps others from being guessed is that only a
 * few tries are let in.
 */
export function isCommonPassword(plain: string): boolean {
  if (OTHERS.has(plain)) return true
  return [...COMMON_WORDS].some((word) => plain.startsWith(word) && isCommonEnding(plain.slice(word.length), word))
}

function isCommonEnding(rest: string, word: string): boolean {
  return rest === '' || COMMON_ENDINGS.has(rest) || YEAR.test(rest) || rest.replaceAll(word, '') === ''
}
