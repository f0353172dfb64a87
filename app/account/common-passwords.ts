/**
 * The most common passwords of ten characters and more, in lower case: those that a guesser tries first. A short list on purpose; what
 * keeps others from being guessed is that only a few tries are let in.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  'correct horse battery staple',
  ...`1234567890 12345678910 1234567891 0123456789 0987654321 9876543210 123456789a a123456789 1234554321 1122334455 1111111111
    0000000000 2222222222 5555555555 6666666666 7777777777 8888888888 9999999999 1212121212 1231231231 123123123123 111222333444
    123456123456 1234512345 123321123321 1472583690 1029384756 1357924680 7894561230 password12 password123 password1234
    password12345 password123! passw0rd123 p@ssw0rd123 p@ssword123 passwordpassword password2024 password2025 password2026
    mypassword1 mypassword123 newpassword newpassword1 thepassword changeme123 changemenow letmein123 letmein1234 letmeinplease
    letmeinnow welcome123 welcome1234 welcome2024 welcome2025 welcome2026 administrator admin12345 admin123456 adminadmin
    admin@1234 qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwertyqwerty qwerty1234567 qwertz12345 qwertzuiop azertyuiop
    qazwsxedcrfv 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 zxcvbnm123 asdfghjkl1 asdfghjkl123 asdfghjkl;
    asdfasdfasdf abcdefghij abcdefghijk abc123abc123 abcd123456 abcd12345678 abc1234567 aa12345678 aaaaaaaaaa iloveyou12
    iloveyou123 iloveyou1234 iloveyou1! iloveyouforever sunshine123 princess123 football123 baseball123 superman123 batman12345
    dragon12345 monkey12345 master12345 shadow12345 michael123 charlie123 jennifer123 liverpool1 liverpool123 chelsea123
    arsenal123 barcelona1 barcelona123 manchester manchester1 cheese1234 computer123 internet123 samsung123 starwars123
    pokemon123 whatever123 trustno1trustno1 summer2024 summer2025 summer2026! winter2024! winter2025! winter2026! spring2025!
    autumn2025! hello12345 helloworld hello123456 secret12345 secretsecret test123456 testtest123 testtesttest guest12345
    user123456 casewright casewright1 casewright123 correcthorsebatterystaple`.split(/\s+/),
])
