"""The names of months in the languages of news sites, as words of a text are compared: in lower case.

After the locale data of dateparser 1.5.0 (BSD-3-Clause), which are those of Unicode's CLDR. Words that name different
months in different languages are left out, and stand in `BY_DOT` where the way to write the day tells the language. A
low line joins two words.
"""

_WORDS = (
    """
    djan djanuari ean eanáir ene enero gen gener gennaio ian ianuarie ion ionawr jaan jaanuar jan janar janeiro
    januar januara januari januarie january január januára janv janvier janvāris janvārī janúar jän jänner led leden
    ledna lednu oca ocak saus sausio sausis sij siječanj siječnja siječnjem siječnju sty styczen styczeń
    stycznia styczniu tammi tammik tammikuu tammikuussa tammikuuta urt urtarrila xan xaneiro yan yanvar ιαν
    ιανουάριος ιανουαρίου стд сту студзень студзеня січ січень січня янв январь января яну януари јан јануар
    јануари қаң қаңтар հնվ հունվար հունվարի בינואר ינו ינואר ינו׳ לינואר جانفي جنوری كانون_الثاني يناير ژانویه
    ژانویهٔ जनवरी जन॰ जाने जानेवारी জানু জানুয়ারি জানুয়ারী ਜਨਵਰੀ જાન્યુ જાન્યુઆરી ஜனவரி జనవరి ಜನವರಿ ജനു ജനുവരി
    ජනවාරි มกรา มกราคม มค เดือนมกราคม ມັງກອນ ဇန် ဇန်နဝါရီ იან იანვარი ጃንዋሪ ጃንዩ ጃንዩወሪ មករា urtarrilaren
    """,
    """
    chw chwef chwefror feabh feabhra feb febbraio feber febr febreiro febrer febrero februar februara februari
    februarie february február februára februāris februārī febrúar fev fevereiro fevral fév févr février helmi helmik
    helmikuu helmikuussa helmikuuta lut lutego luty lutym ots otsaila peb pebrero pebruari shk shkurt subat vas
    vasario vasaris veebr veebruar velj veljača veljače veljači veljačom úno únor února únoru únr şub şubat φεβ
    φεβρουάριος φεβρουαρίου ақп ақпан лют лютага лютий лютого люты феб фебруар фев февр февраль февраля февруари
    փետրվար փետրվարի փտվ בפברואר לפברואר פבר פברואר פבר׳ شباط فبراير فبروری فروری فوریه فوریهٔ فيفري फ़रवरी फ़र॰
    फेब्रु फेब्रुअरी फेब्रुवारी ফেব ফেব্রুয়ারি ফেব্রুয়ারী ਫ਼ਰ ਫ਼ਰਵਰੀ ફેબ્રુ ફેબ્રુઆરી பிப் பிப்ரவரி ఫిబ్ర
    ఫిబ్రవరి ಫೆಬ್ರ ಫೆಬ್ರವರಿ ഫെബ്രു ഫെബ്രുവരി පෙබ පෙබරවාරි กพ กุมภา กุมภาพันธ์ เดือนกุมภาพันธ์ ກຸມພາ ဖေဖော်ဝါရီ თებ
    თებერვალი ፌብሩ ፌብሩወሪ ፌብሩዋሪ កុម្ភៈ otsailaren
    """,
    """
    bře březen března březnu kov kovas kovo maalis maalisk maaliskuu maaliskuussa maaliskuuta maart mac machi
    mar marca march marcu marec maret mars marso mart marta martie marts martā martxoa marzec marzo març março maw
    mawrth mrt mrz már márc március márta mär märts märz ožu ožujak ožujka ožujkom ožujku μάρ μάρτιος μαρ
    μαρτίου бер берез березень березня мар март марта нау наурыз сак сакавік сакавіка մարտ մարտի մրտ במארס במרס
    במרץ למארס למרס למרץ מארס מרס מרץ آذار مارس مارچ मार्च মার্চ ਮਾਰਚ માર્ચ மார் மார்ச் మార్చి ಮಾರ್ಚ್ മാർ
    മാർച്ച് මාර් මාර්තු มีค มีนา มีนาคม เดือนมีนาคม ມີນາ မတ် მარ მარტი ማርች មីនា martxoaren
    """,
    """
    abr abril aib aibreán api apirila apr aprel april aprila aprile aprili aprilie aprill apríl apríla aprīlis aprīlī
    avr avril bal balandis balandžio d'abr d'abril dub duben dubna dubnu ebr ebrill huhti huhtik huhtikuu
    huhtikuussa huhtikuuta kwi kwie kwiecien kwiecień kwietnia kwietniu nis nisan pri prill tra travanj travnja
    travnjem travnju ápr április απρ απρίλιος απριλίου апр апрель апреля април кві квіт квітень квітня кра
    красавік красавіка крс сәу сәуір ապր ապրիլ ապրիլի אפר אפריל אפר׳ באפריל לאפריל آوریل أبريل أفريل ابريل اپریل
    نيسان अप्रिल अप्रैल एप्रि एप्रिल এপ্রি এপ্রিল ਅਪ੍ਰੈ ਅਪ੍ਰੈਲ એપ્રિલ ஏப் ஏப்ரல் ఏప్రి ఏప్రిల్ ಏಪ್ರಿ ಏಪ್ರಿಲ್
    ഏപ്രി ഏപ്രിൽ අප්‍රේල් เดือนเมษายน เมย เมษา เมษายน ເມສາ ဧပြီ აპრ აპრილი ኤፕሪ ኤፕሪል មេសា apirilaren
    """,
    """
    beal bealtaine geg gegužė gegužės kvě květen května květnu mag maggio mai maiatza maig maijs maijā maio maj maja
    maju may mayis mayo mayıs maí mei máj mája május svi svibanj svibnja svibnjem svibnju touko toukok toukokuu
    toukokuussa toukokuuta μάι μάιος μαΐ μαΐου май мам мамыр мая мај тра трав травень травня траўня մայիս մայիսի
    մյս মে במאי למאי מאי أيار مئی ماي مايو مهٔ മേയ് මැයි พค พฤษภา พฤษภาคม เดือนพฤษภาคม ພຶດສະພາ მაი მაისი ឧសភា maiatzaren
    """,
    """
    birž birželio birželis cze czerwca czerwcu czerwiec djuni eka ekaina giu giugno haz haziran hun hunyo iun
    iunie iyn iyun i̇yun juin jun juna june junho juni junie junij junio juny juuni jún júna június júní jūn
    jūnijs jūnijā kesä kesäk kesäkuu kesäkuussa kesäkuuta lipanj lipnja lipnjem lipnju meh mehefin meith meitheamh qer
    qershor xuño čer červen června červnu čvn ιουν ιουνίου ιούν ιούνιος июн июнь июня мау маусым чер черв
    червень червня чэр чэрвень чэрвеня юни јун јуни հնս հունիս հունիսի ביוני יונ יוני ליוני جوان جون حزيران
    يونية يونيه يونيو ژوئن जुन जून জুন ਜੂਨ જૂન ஜூன் జూన్ ಜೂನ್ ജൂൺ ජූනි มิถุนา มิถุนายน มิย เดือนมิถุนายน ມິຖ
    ມິຖຸນາ ဇွန် ივნ ივნისი មិថុនា ekainaren
    """,
    """
    djuli gor gorff gorffennaf heinä heinäk heinäkuu heinäkuussa heinäkuuta hul hulyo iul iulie iyl iyul iúil
    i̇yul juil juillet jul jula julai julho juli julie julij julio juliol july juuli júl júla július júlí jūl
    jūlijs jūlijā kor korr korrik liep liepa liepos lipca lipcu lipiec lug luglio srpanj srpnja srpnjem srpnju tem
    temmuz uzt uztaila xul xullo července červenci červenec črc črv čvc ιουλ ιουλίου ιούλ ιούλιος июл июль июля
    лип липень липня ліп ліпень ліпеня шіл шілде юли јул јули հլս հուլիս հուլիսի ביולי יול יולי ליולי تموز
    جولائی جولای جويلية يولية يوليه يوليو ژوئیه ژوئیهٔ जुलाई जुलै जुल॰ জুল জুলাই ਜੁਲਾ ਜੁਲਾਈ જુલાઈ ஜூலை జులై ಜುಲೈ
    ജൂലൈ ජූලි กค กรกฎา กรกฎาคม เดือนกรกฏาคม ກໍລະກົດ ဇူလိုင် ივლ ივლისი ጁላይ កក្កដា uztailaren يوليوز
    """,
    """
    abu abuztua ago agost agosti agosto agt agu agustos agustus aoû août aug august augusta augusti augusts augustā
    augustus augusztus avg avgust avgusta avq avqust awst ağu ağustos d'ag d'agost elo elok elokuu elokuussa
    elokuuta gsh gush gusht kol kolovoz kolovoza kolovozom kolovozu lún lúnasa ogo ogos rugp rugpjūtis rugpjūčio
    sie sierpien sierpień sierpnia sierpniu srpen srpna srpnu ágú ágúst αυγ αυγούστου αύγ αύγουστος авг август
    августа жнв жні жнівень жнівеня жніўня сер серп серпень серпня там тамыз օգոստոս օգոստոսի օգս אוג אוגוסט
    אוג׳ באוגוסט לאוגוסט آب آگست أغسطس أوت اغسطس اوت اگست अगस्ट अगस्त अग॰ ऑगस्ट আগস্ট ਅਗਸਤ ઑગસ્ટ ஆகஸ்ட் ఆగస్టు
    ಆಗಸ್ಟ್ ഓഗസ്റ്റ് අගෝ අගෝස්තු สค สิงหา สิงหาคม เดือนสิงหาคม ສິງຫາ ဩဂုတ် აგვ აგვისტო ኦገስ ኦገስት សីហា abuztuaren غشت
    """,
    """
    eyl eylul eylül ira iraila medi mfómh rugs rugsėjis rugsėjo ruj rujan rujna rujnom rujnu sen sentabr
    sentyabr sep sept septemba septembar september septembra septembre septembrie septembris septembrī septembro
    septiembre set setembre setembro setiembre settembre setyembre sht shtator syys syysk syyskuu syyskuussa
    syyskuuta szept szeptember wrz wrzesien wrzesień wrzesnia wrzesniu września wrześniu zář září σεπ
    σεπτέμβριος σεπτεμβρίου вер верасень верасня верес вересень вересня врс сен сент сентябрь сентября сеп септ
    септембар септември септм қыр қыркүйек սեպ սեպտեմբեր սեպտեմբերի בספטמבר לספטמבר ספט ספטמבר ספט׳ أيلول سبتمبر
    ستمبر سپتامبر سپتمبر सप्टें सप्टेंबर सितंबर सितम्बर सित॰ सेप्टेम्बर সেপ সেপ্টেম্বর ਸਤੰ ਸਤੰਬਰ સપ્ટે સપ્ટેમ્બર
    செப் செப்டம்பர் సెప్టెం సెప్టెంబర్ ಸೆಪ್ಟೆಂ ಸೆಪ್ಟೆಂಬರ್ സെപ്റ്റം സെപ്റ്റംബർ සැප් සැප්තැම්බර් กันยา กย กันยายน
    เดือนกันยายน ກັນຍາ စက် စက်တင်ဘာ სექ სექტემბერი ሴፕቴ ሴፕቴምበር កញ្ញា irailaren شتنبر
    """,
    """
    d'oct d'octubre dfómh eki ekim hyd hydref listopadom loka lokak lokakuu lokakuussa lokakuuta oct october
    octobre octombrie octubre okt oktabr oktoba oktobar oktober oktobra oktobris oktobrī oktoober oktubre oktyabr
    október októbra ott ottobre out outubro paz pazdziernik pazdziernika pazdzierniku paź październik
    października październiku spal spalio spalis tet tetor urr urria říj říjen října říjnu οκτ οκτωβρίου
    οκτώβριος жов жовт жовтень жовтня кас кастрычнік кастрычніка кст окт октобар октомври октябрь октября қаз
    қазан հոկ հոկտեմբեր հոկտեմբերի אוק אוקטובר אוק׳ באוקטובר לאוקטובר أكتوبر اكتوبر اکتبر اکتوبر تشرين_الأول
    अक्टूबर अक्टोबर अक्तूबर अक्तू॰ ऑक्टो ऑक्टोबर অক্টো অক্টোবর ਅਕਤੂ ਅਕਤੂਬਰ ઑક્ટો ઑક્ટોબર அக் அக்டோபர் అక్టో
    అక్టోబర్ ಅಕ್ಟೋ ಅಕ್ಟೋಬರ್ ഒക്ടോ ഒക്‌ടോബർ ඔක් ඔක්තෝබර් ตค ตุลา ตุลาคม เดือนตุลาคม ຕຸລາ အောက် အောက်တိုဘာ ოქტ
    ოქტომბერი ኦክቶ ኦክቶበር តុលា urriaren
    """,
    """
    aza azaroa kas kasim kasım lapkr lapkritis lapkričio listopadu listopadzie marras marrask marraskuu marraskuussa
    marraskuuta nob nobyembre noiem noiembrie nop nopember nov novemba novembar november novembra novembre
    novembris novembrī novembro noviembre noy noyabr nën nëntor nóv nóvember samh samhain stu studeni studenim studenog
    studenoga studenom studenome studenomu tach tachwedd νοέ νοέμβριος νοε νοεμβρίου лис лист листоп листопад
    листопада ліс лістапад лістапада нов новембар ное ноем ноември ноя нояб ноябрь ноября қар қараша նոյ
    նոյեմբեր նոյեմբերի בנובמבר לנובמבר נוב נובמבר נוב׳ تشرين_الثاني نوامبر نوفمبر نومبر नवंबर नवम्बर नव॰
    नोभेम्बर नोव्हें नोव्हेंबर নভে নভেম্বর ਨਵੰ ਨਵੰਬਰ નવે નવેમ્બર நவம்பர் నవం నవంబర్ ನವೆಂ ನವೆಂಬರ್ നവം നവംബർ නොවැ
    නොවැම්බර් พย พฤศจิ พฤศจิกายน เดือนพฤศจิกายน ພະຈິກ နို နိုဝင်ဘာ ნოე ნოემბერი ኖቬም ኖቬምበር វិច្ឆិកា azaroaren نونبر
    """,
    """
    abe abendua ara aralik aralık dec decembar december decembra decembrie decembris decembrī decembro dek dekabr des
    desemba desember desembre dets detsember dez dezember dezembro dhj dhjetor dic dicembre diciembre dis
    disember disyembre déc décembre gru grudnia grudniu grudzien grudzień gruod gruodis gruodžio joulu jouluk
    joulukuu joulukuussa joulukuuta noll nollaig pro prosinac prosinca prosince prosincem prosinci prosincu
    prosinec rhag rhagfyr δεκ δεκέμβριος δεκεμβρίου гру груд грудень грудня дек декабрь декабря декември дец
    децембар жел желтоқсан сне снежань снежня снж դեկ դեկտեմբեր դեկտեմբերի בדצמבר דצמ דצמבר דצמ׳ לדצמבר دسامبر
    دسمبر ديسمبر كانون_الأول डिसें डिसेंबर डिसेम्बर दिसंबर दिसम्बर दिस॰ ডিসে ডিসেম্বর ਦਸੰ ਦਸੰਬਰ ડિસે ડિસેમ્બર
    டிச டிசம்பர் డిసెం డిసెంబర్ ಡಿಸೆಂ ಡಿಸೆಂಬರ್ ഡിസം ഡിസംബർ දෙසැ දෙසැම්බර් ธค ธันวา ธันวาคม เดือนธันวาคม ທັນວາ
    ဒီဇင်ဘာ დეკ დეკემბერი ዲሴም ዲሴምበር ធ្នូ abenduaren دجنبر
    """,
)
MONTHS = {word.replace("_", " "): n for n, words in enumerate(_WORDS, 1) for word in words.split()}
# Months of one name in several languages: without a dot behind the day the language is Polish, with one Croatian or
# Czech. 0 stands for a date that is not read.
BY_DOT = {"listopada": (11, 10), "listopadu": (11, 11), "listopad": (11, 0), "lis": (11, 0), "lip": (7, 0)}
# The Persian calendar's months, in Iran and in Afghanistan; its years are 621 or 622 less than those of ours.
PERSIAN = {
    word: n
    for words in (
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    )
    for n, word in enumerate(words.split(), 1)
}
# The months of the Islamic calendar.
HIJRI = {
    word.replace("_", " "): n
    for n, words in enumerate(
        (
            "محرم المحرم",
            "صفر",
            "ربيع_الأول ربيع_الاول ربيع_أول ربیع_الاول",
            "ربيع_الآخر ربيع_الاخر ربيع_الثاني ربيع_ثاني ربیع_الثانی",
            "جمادى_الأولى جمادى_الاولى جمادي_الأولى جمادى_الأول جمادی_الاول",
            "جمادى_الآخرة جمادى_الاخرة جمادي_الآخرة جمادى_الثانية جمادى_الآخر جمادی_الثانی",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذو_القعدة ذي_القعدة ذوالقعدة ذو_القعده ذی_القعده",
            "ذو_الحجة ذي_الحجة ذوالحجة ذو_الحجه ذی_الحجه",
        ),
        1,
    )
    for word in words.split()
}
