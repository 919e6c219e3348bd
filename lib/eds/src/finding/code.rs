//! The table of codes: name, weight, rule, and a sentence in English, Russian and Kazakh.
//! Here in one place so that no code can exist without its texts. It must never lose or rename a code.

use super::Severity;
use super::Severity::{Error, Unproven, Warning};

pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) severity: Severity,
    pub(super) rule: &'static str,
    pub(super) en: &'static str,
    pub(super) ru: &'static str,
    pub(super) kk: &'static str,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $rule:literal $en:literal $ru:literal $kk:literal;)*) => {
        /// What was noticed. `as_str` is stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $(#[doc = $en] $variant,)* }

        impl Code {
            /// All codes, in the order of a verification.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            pub(super) fn entry(self) -> &'static Entry {
                match self { $(Self::$variant => &Entry {
                    name: $name, severity: $severity, rule: $rule, en: $en, ru: $ru, kk: $kk,
                },)* }
            }
        }
    };
}

impl Code {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.entry().name
    }

    /// RFC, standard or rule of the verdict behind it.
    #[must_use]
    pub fn rule(self) -> &'static str {
        self.entry().rule
    }

    #[must_use]
    pub fn severity(self) -> Severity {
        self.entry().severity
    }
}

codes! {
    // The file.
    InputEmpty "input_empty" Error "RFC 5652 3"
        "The file is empty."
        "Файл пуст."
        "Файл бос, ішінде ештеңе жоқ.";
    InputUnknown "input_unknown" Error "RFC 5652 3"
        "The file is not a signature: neither CMS, PEM, base64 nor XML."
        "Файл не является подписью: это не CMS, не PEM, не base64 и не XML."
        "Бұл файл қолтаңба емес: CMS те, PEM де, base64 те, XML де емес.";
    Malformed "malformed" Error "RFC 5652 5, X.690"
        "The signature file is damaged and cannot be read."
        "Файл подписи повреждён, прочитать его нельзя."
        "Қолтаңба файлы бүлінген, оны оқу мүмкін емес.";
    NotSignedData "not_signed_data" Error "RFC 5652 5.1"
        "The file holds no signed data (CMS SignedData)."
        "В файле нет подписанных данных (CMS SignedData)."
        "Файлда қол қойылған деректер (CMS SignedData) жоқ.";
    TrailingBytes "trailing_bytes" Error "X.690 8.1"
        "Extra bytes stand after the signature."
        "После подписи в файле есть лишние байты."
        "Файлда қолтаңбадан кейін артық байттар бар.";
    LimitExceeded "limit_exceeded" Error "library limit"
        "The file has more parts or deeper nesting than is accepted."
        "В файле больше частей или вложенности, чем допускается."
        "Файлдағы бөліктер саны немесе кірістіру тереңдігі рұқсат етілгеннен артық.";
    XmlForm "xml_form" Error "XMLDSig 4.4.3; verdict rule: one Reference to the whole document"
        "The XML signature is not of the form that is accepted here."
        "Подпись XML не того вида, который здесь принимается."
        "XML қолтаңбасы мұнда қабылданатын түрде емес.";
    NoSigners "no_signers" Error "RFC 5652 5.1; verdict rule: no signer is invalid"
        "The file has no signature in it: the list of signers is empty."
        "В файле нет ни одной подписи: список подписавших пуст."
        "Файлда бірде-бір қолтаңба жоқ: қол қоюшылар тізімі бос.";
    ContentMissing "content_missing" Unproven "RFC 5652 5.2"
        "The signed document is not inside the file; give it separately."
        "Подписанного документа в файле нет, его нужно приложить отдельно."
        "Қол қойылған құжат файлдың ішінде жоқ, оны бөлек қосу керек.";
    ContentDiffers "content_differs" Error "RFC 5652 5.2"
        "The document given is not the one inside the file."
        "Приложенный документ отличается от того, что внутри файла."
        "Қоса берілген құжат файлдың ішіндегісінен өзгеше.";
    EmbeddedUnreadable "embedded_unreadable" Warning "RFC 5652 10.2"
        "A certificate or list inside the file cannot be read and was left aside."
        "Сертификат или список внутри файла не читается и не учтён."
        "Файлдағы сертификат не тізім оқылмады және ескерілмеді.";
    EvidenceUnreadable "evidence_unreadable" Warning "verdict rule: unreadable data is never good"
        "A list or answer of the authority cannot be read and was left aside."
        "Список или ответ удостоверяющего центра не читается и не учтён."
        "Куәландырушы орталықтың тізімі не жауабы оқылмады және ескерілмеді.";
    TrustListEmpty "trust_list_empty" Warning "RFC 5280 6.1.1"
        "No trusted authority is configured, so nothing can be proven."
        "Не задан ни один доверенный центр, поэтому доказать ничего нельзя."
        "Бірде-бір сенімді орталық көрсетілмеген, сондықтан ештеңені дәлелдеу мүмкін емес.";
    // The signature.
    SignerCertificateMissing "signer_certificate_missing" Unproven "RFC 5652 5.3"
        "The signer's certificate is not in the file."
        "В файле нет сертификата подписавшего."
        "Файлда қол қоюшының сертификаты жоқ.";
    SignedAttributesMissing "signed_attributes_missing" Warning "RFC 5652 5.3"
        "The signature covers the document directly, without signed attributes."
        "Подпись поставлена прямо на документ, без подписанных атрибутов."
        "Қолтаңба құжаттың өзіне ғана қойылған, қол қойылған атрибуттары жоқ.";
    SignedAttributesRequired "signed_attributes_required" Error "RFC 5652 5.3"
        "Signed attributes are missing where the content type requires them."
        "Нет подписанных атрибутов, обязательных для этого вида содержимого."
        "Мазмұнның бұл түріне міндетті қол қойылған атрибуттар жоқ.";
    SignedAttributesAsContent "signed_attributes_as_content" Error "RFC 5652 5.4"
        "The document is really the attributes of another signature."
        "Вместо документа подставлены атрибуты другой подписи."
        "Құжаттың орнына басқа қолтаңбаның атрибуттары қойылған.";
    ContentTypeMissing "content_type_missing" Error "RFC 5652 11.1"
        "The signed attribute contentType is missing."
        "Нет подписанного атрибута contentType."
        "Қол қойылған contentType атрибуты жоқ.";
    ContentTypeDoubled "content_type_doubled" Error "RFC 5652 11.1"
        "The signed attribute contentType stands more than once."
        "Подписанный атрибут contentType указан больше одного раза."
        "Қол қойылған contentType атрибуты бірнеше рет көрсетілген.";
    ContentTypeDiffers "content_type_differs" Error "RFC 5652 11.1"
        "The signed content type is not that of the content."
        "Подписанный вид содержимого не совпадает с действительным."
        "Қол қойылған мазмұн түрі нақты түріне сәйкес емес.";
    MessageDigestMissing "message_digest_missing" Error "RFC 5652 11.2"
        "The signed attribute messageDigest is missing."
        "Нет подписанного атрибута messageDigest."
        "Қол қойылған messageDigest атрибуты жоқ.";
    MessageDigestDoubled "message_digest_doubled" Error "RFC 5652 11.2"
        "The signed attribute messageDigest stands more than once."
        "Подписанный атрибут messageDigest указан больше одного раза."
        "Қол қойылған messageDigest атрибуты бірнеше рет көрсетілген.";
    DigestMismatch "digest_mismatch" Error "RFC 5652 5.6"
        "The document was changed after it was signed, or it is another document."
        "Документ изменён после подписания, или это другой документ."
        "Құжат қол қойылғаннан кейін өзгертілген немесе бұл басқа құжат.";
    SigningTimeUnreadable "signing_time_unreadable" Warning "RFC 5652 11.3"
        "The signing time stated by the signer cannot be read."
        "Указанное подписавшим время подписания не читается."
        "Қол қоюшы көрсеткен қол қою уақыты оқылмайды.";
    AlgorithmWeak "algorithm_weak" Error "verdict rule: SHA-1, RSA under 2048 bits"
        "The signature uses an algorithm or key that is too weak."
        "В подписи слишком слабый алгоритм или ключ."
        "Қолтаңбаның алгоритмі немесе кілті тым әлсіз.";
    AlgorithmUnknown "algorithm_unknown" Error "verdict rule: unknown algorithm"
        "The signature uses an algorithm this service does not know."
        "В подписи неизвестный алгоритм."
        "Қолтаңбада белгісіз алгоритм қолданылған.";
    AlgorithmDiffers "algorithm_differs" Error "RFC 5652 5.3"
        "Algorithm, digest and key of the signature do not belong together."
        "Алгоритм, хэш и ключ подписи не подходят друг к другу."
        "Қолтаңбаның алгоритмі, хэші және кілті бір-біріне сәйкес емес.";
    SignatureWrong "signature_wrong" Error "RFC 5652 5.6, GOST R 34.10, RFC 8017 8.2.2"
        "The signature is not correct."
        "Подпись неверна."
        "Қолтаңба дұрыс емес.";
    SigningCertificateDiffers "signing_certificate_differs" Error "RFC 5035 5.4"
        "The signature names another certificate than the one given."
        "В подписи указан не тот сертификат, который приложен."
        "Қолтаңбада қоса берілгеннен басқа сертификат көрсетілген.";
    TimestampIgnored "timestamp_ignored" Warning "RFC 3161; verdict rule: a bad token is ignored"
        "The timestamp does not prove anything and was left aside."
        "Метка времени ничего не доказывает и не учтена."
        "Уақыт белгісі ештеңені дәлелдемейді және ескерілмеді.";
    // The certificate and its chain.
    CertificateSignatureWrong "certificate_signature_wrong" Error "RFC 5280 6.1.3 (a)(1)"
        "The certificate was not signed by the authority it names."
        "Сертификат не подписан центром, который в нём указан."
        "Сертификатқа онда көрсетілген орталық қол қоймаған.";
    IssuerUnknown "issuer_unknown" Unproven "RFC 5280 6.1; EN 319 102-1 NO_CERTIFICATE_CHAIN_FOUND"
        "The certificate comes from an authority that is not on the trust list."
        "Сертификат выдан центром, которого нет в списке доверия."
        "Сертификатты сенім тізімінде жоқ орталық берген.";
    IssuerNotCa "issuer_not_ca" Error "RFC 5280 6.1.4 (k), (n)"
        "The certificate was issued with a key that may not issue certificates."
        "Сертификат выдан ключом, который не вправе выпускать сертификаты."
        "Сертификат оны шығаруға құқығы жоқ кілтпен берілген.";
    PathTooLong "path_too_long" Error "RFC 5280 6.1.4 (m)"
        "There are more authorities in the chain than its issuer allows."
        "В цепочке больше центров, чем разрешил издатель."
        "Тізбектегі орталықтар саны рұқсат етілгеннен көп.";
    UnknownCriticalExtension "unknown_critical_extension" Error "RFC 5280 4.2"
        "The certificate has a critical extension that is not known here."
        "В сертификате есть неизвестное критическое расширение."
        "Сертификатта белгісіз критикалық кеңейтім бар.";
    CertificateExpired "certificate_expired" Unproven "RFC 5280 6.1.3 (a)(2); EN 319 102-1 OUT_OF_BOUNDS_NO_POE"
        "The certificate had expired, and no timestamp proves an earlier signature."
        "Срок сертификата истёк, и нет метки времени, доказывающей более раннюю подпись."
        "Сертификаттың мерзімі біткен, қолтаңбаның одан бұрын қойылғанын дәлелдейтін уақыт белгісі жоқ.";
    CertificateNotYetValid "certificate_not_yet_valid" Error "RFC 5280 6.1.3 (a)(2)"
        "The certificate was not yet valid."
        "Срок действия сертификата ещё не начался."
        "Сертификаттың қолданылу мерзімі әлі басталмаған.";
    IssuerExpired "issuer_expired" Unproven "RFC 5280 6.1.3 (a)(2), shell model"
        "The certificate of an authority in the chain had expired."
        "Срок сертификата центра в цепочке истёк."
        "Тізбектегі орталық сертификатының мерзімі біткен.";
    IssuerNotYetValid "issuer_not_yet_valid" Error "RFC 5280 6.1.3 (a)(2), shell model"
        "The certificate of an authority in the chain was not yet valid."
        "Срок сертификата центра в цепочке ещё не начался."
        "Тізбектегі орталық сертификатының мерзімі әлі басталмаған.";
    NonRepudiationMissing "non_repudiation_missing" Error "RFC 5280 4.2.1.3; verdict rule: nonRepudiation where one signs"
        "This key is not for signing (it has no nonRepudiation usage). Choose the key for signing."
        "Этот ключ не для подписи (нет назначения nonRepudiation). Выберите ключ для подписи."
        "Бұл кілт қол қоюға арналмаған (nonRepudiation белгісі жоқ). Қол қоюға арналған кілтті таңдаңыз.";
    KeyUsageMissing "key_usage_missing" Warning "RFC 5280 4.2.1.3"
        "The certificate does not say what its key is for."
        "В сертификате не указано назначение ключа."
        "Сертификатта кілттің не үшін берілгені көрсетілмеген.";
    // Revocation.
    CertificateRevoked "certificate_revoked" Error "RFC 5280 6.3, RFC 6960 2.2"
        "The certificate was revoked."
        "Сертификат отозван."
        "Сертификат кері қайтарып алынған.";
    IssuerRevoked "issuer_revoked" Error "RFC 5280 6.3"
        "The certificate of the authority that issued it was revoked."
        "Сертификат выдавшего его центра отозван."
        "Оны берген орталықтың сертификаты кері қайтарып алынған.";
    RevocationMissing "revocation_missing" Unproven "RFC 5280 6.3; EN 319 102-1 TRY_LATER"
        "It is not known whether the certificate was revoked: there is no list or answer of the authority."
        "Неизвестно, не отозван ли сертификат: нет списка или ответа удостоверяющего центра."
        "Сертификаттың кері қайтарып алынғаны белгісіз: куәландырушы орталықтың тізімі де, жауабы да жоқ.";
    RevocationStale "revocation_stale" Unproven "RFC 5280 6.3.3; EN 319 102-1 TRY_LATER"
        "It is not known whether the certificate was revoked: the data of the authority is not of that time."
        "Неизвестно, не отозван ли сертификат: данные удостоверяющего центра не за это время."
        "Сертификаттың кері қайтарып алынғаны белгісіз: куәландырушы орталықтың деректері ол уақытқа жатпайды.";
    RevocationUnknownToResponder "revocation_unknown_to_responder" Unproven "RFC 6960 2.2, 4.4.8"
        "The authority answered that it does not know this certificate."
        "Удостоверяющий центр ответил, что не знает этого сертификата."
        "Куәландырушы орталық бұл сертификатты білмейтінін хабарлады.";
    IssuerRevocationMissing "issuer_revocation_missing" Unproven "RFC 5280 6.3; verdict rule: issuing CA from the message"
        "It is not known whether the authority's certificate that came with the file was revoked."
        "Неизвестно, не отозван ли сертификат центра, пришедший вместе с файлом."
        "Файлмен бірге келген орталық сертификатының кері қайтарып алынғаны белгісіз.";
    ListedIssuerNotChecked "listed_issuer_not_checked" Warning "verdict rule: a listed CA is trusted as listed"
        "No revocation data about the listed authority is at hand; it is trusted as listed."
        "Нет данных об отзыве сертификата центра из списка доверия; центр принят как есть."
        "Сенім тізіміндегі орталық туралы кері қайтару деректері жоқ, ол тізім бойынша қабылданды.";
    RevokedLater "revoked_later" Warning "RFC 3161 4; verdict rule: revoked after a valid timestamp"
        "The certificate was revoked later, after the proven time of signing."
        "Сертификат отозван позже доказанного времени подписания."
        "Сертификат қол қоюдың дәлелденген уақытынан кейін кері қайтарып алынған.";
    CrlNotAuthentic "crl_not_authentic" Warning "RFC 5280 6.3.3 (g)"
        "A revocation list was left aside: the authority did not sign it."
        "Список отзыва не учтён: он не подписан удостоверяющим центром."
        "Кері қайтару тізімі ескерілмеді: оған куәландырушы орталық қол қоймаған.";
    CrlNotUsable "crl_not_usable" Warning "RFC 5280 5.2"
        "A revocation list was left aside: it is limited or unclear."
        "Список отзыва не учтён: он ограничен или неясен."
        "Кері қайтару тізімі ескерілмеді: ол шектеулі немесе түсініксіз.";
    CrlStale "crl_stale" Warning "RFC 5280 6.3.3 (a)"
        "A revocation list was left aside: it is not of the time in question."
        "Список отзыва не учтён: он не за нужное время."
        "Кері қайтару тізімі ескерілмеді: ол қажетті уақытқа жатпайды.";
    CrlDeltaWithoutBase "crl_delta_without_base" Warning "RFC 5280 5.2.4"
        "A delta revocation list was left aside: the list it completes is missing."
        "Дополнение к списку отзыва не учтено: нет основного списка."
        "Кері қайтару тізіміне толықтыру ескерілмеді: негізгі тізім жоқ.";
    CrlAfterExpiry "crl_after_expiry" Warning "RFC 5280 5.2.1, EN 319 102-1 5.2.5"
        "The revocation list was made after the certificate expired, so an older entry may have left it."
        "Список отзыва составлен после окончания срока сертификата, прежняя запись могла из него уйти."
        "Кері қайтару тізімі сертификат мерзімі біткеннен кейін жасалған, бұрынғы жазба одан шығарылған болуы мүмкін.";
    OcspNotAuthentic "ocsp_not_authentic" Warning "RFC 6960 3.2, 4.2.2.2"
        "An answer about revocation was left aside: no authorised responder signed it."
        "Ответ об отзыве не учтён: он не подписан уполномоченной службой."
        "Кері қайтару туралы жауап ескерілмеді: оған уәкілетті қызмет қол қоймаған.";
    OcspStale "ocsp_stale" Warning "RFC 6960 3.2 (5), (6)"
        "An answer about revocation was left aside: it is not of the time in question."
        "Ответ об отзыве не учтён: он не за нужное время."
        "Кері қайтару туралы жауап ескерілмеді: ол қажетті уақытқа жатпайды.";
    OcspNonceDiffers "ocsp_nonce_differs" Warning "RFC 6960 4.4.1, RFC 8954"
        "An answer about revocation was left aside: it does not repeat the number of our request."
        "Ответ об отзыве не учтён: в нём нет номера нашего запроса."
        "Кері қайтару туралы жауап ескерілмеді: онда біздің сұрауымыздың нөмірі жоқ.";
    // Policy.
    RoleNotAdmitted "role_not_admitted" Error "policy"
        "A key of this kind is not accepted here."
        "Ключ такого вида здесь не принимается."
        "Мұндай түрдегі кілт бұл жерде қабылданбайды.";
    PurposeNotAdmitted "purpose_not_admitted" Error "policy"
        "The certificate is not meant for this use."
        "Сертификат не предназначен для этого."
        "Сертификат бұл мақсатқа арналмаған.";
    CertificatePolicyNotAdmitted "certificate_policy_not_admitted" Error "policy"
        "The certificate was not issued under the rules that are asked for here."
        "Сертификат выпущен не по тем правилам, которые здесь требуются."
        "Сертификат мұнда талап етілетін ережелер бойынша берілмеген.";
    AlgorithmNotAdmitted "algorithm_not_admitted" Error "policy"
        "Signatures of this algorithm are not accepted here."
        "Подписи с таким алгоритмом здесь не принимаются."
        "Мұндай алгоритмді қолтаңбалар бұл жерде қабылданбайды.";
    IinMissing "iin_missing" Error "policy"
        "The certificate names no IIN, so the person cannot be told."
        "В сертификате нет ИИН, поэтому личность установить нельзя."
        "Сертификатта ЖСН жоқ, сондықтан тұлғаны анықтау мүмкін емес.";
}
