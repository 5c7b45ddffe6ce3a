"""The words of headings, in small letters; what they mean is said in headings.py."""


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Of a column that is never read, whatever anybody answers.
SECRETS = word_set(
    "password passwords passwd pwd pw pin pins passcode passphrase pass secret otp laluan katalaluan 密码"
)
# Of a column that is somebody else's, or not the one that counts.
OTHERS = word_set(
    "parent parents father fathers mother mothers guardian guardians teacher teachers tutor emergency "
    "preferred nickname nick tongue mt mtl old previous prev former past cca contact kin nok spouse "
    "caregiver sibling siblings buddy friend partner coach staff personal private home alternate "
    "alternative recovery backup secondary other pinyin chinese tamil malay vernacular dialect hanyu "
    "alias maiden sponsor mentor leader doctor driver helper reset bapa ibu ibubapa penjaga waris guru mum dad "
    "中文姓名 华文姓名 中文名 父亲 母亲 家长 监护人 父亲姓名 母亲姓名 家长姓名"
)
NO_NAME = word_set("school sch course subject event company file cca group team house bus template")
NO_CLASS = word_set(
    "math maths mathematics science english tuition lesson period subject pe music art last next from"
)

PERSON = word_set("student students pupil pupils child children learner stu stud murid pelajar 学生")
FILLER = word_set(
    "of the as in per on to for and a an s your what is please enter block capital capitals letters "
    "required optional read only upload"  # as Google writes behind a heading: [Required], [UPLOAD ONLY]
)
OFFICIAL = word_set(
    "statutory registered official legal full complete bc nric ic fin birth certificate cert passport "
    "penuh seperti dalam sijil lahir"
)
NAMES = word_set("name names namelist nama 姓名 名字 学生姓名")
NAMES_MORE = word_set("display list cockpit participant uin psle entry proof")
GIVEN = word_set("first given forename firstname givenname 名")
FAMILY = word_set("last family surname lastname familyname 姓")
NUMBER = word_set(
    "register reg regn registration index idx no nos number num nr sn crn roll seq sequence sl item attendance "
    "bil nombor nomor angka giliran daftar 学号 座号 序号 编号 号码"
)
NUMBER_MORE = word_set("class form sr serial seat list running pupil student murid pelajar")
CLASS = word_set("class cls form classname kelas darjah tingkatan 班级 班别 年级班级 班")
CLASS_MORE = word_set(
    "level lvl current new this year code name pri primary reg registration admin main base allocated assigned "
    "group grp section description school nama student pupil child murid eg p p1 p2 p3 p4 p5 p6"
)
LEVEL = word_set("level lvl grade year standard std primary 年级")
WEAK_CLASS = word_set("group section department homeroom room division stream")
ACCOUNT = word_set(
    "mims icon emel email emails mail masuk login logins logon account accounts acct username usernames userid upn sls 用户名 账号 帐号 "
    "电邮 邮箱 电子邮件"
)
ACCOUNT_MORE = word_set(
    "id ids address user name principal google moe school sch portal microsoft ms teams office 365 "
    "o365 workspace edu sg official student pupil new"
)
