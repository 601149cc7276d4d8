export const id = 717;
export const ids = [717];
export const modules = {

/***/ 717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPfx: () => (/* binding */ readPfx)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9316);
/* harmony import */ var node_forge_lib_pkcs12_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2097);
/* harmony import */ var node_forge_lib_pki_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(393);
/* harmony import */ var _password_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4429);
/* harmony import */ var node_forge_lib_sha512_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2995);





// What HMAC-SHA-384 and -512 take; forge looks for it among what is loaded.

const damaged = {
    about: 'certificate',
    problem: 'is a PFX that cannot be read. Was it cut off when it was stored?',
};
const unsupported = {
    about: 'certificate',
    problem: 'is a PFX in an encryption that cannot be read here. Export it anew, with AES-256.',
};
/**
 * Reads the private keys and certificates of a PFX: https://www.rfc-editor.org/rfc/rfc7292#section-4
 * Node offers no way to them, and its OpenSSL refuses the RC2 of older files.
 */
function readPfx(der, password) {
    try {
        const pfx = node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__.fromDer(der.toString('latin1'));
        const bags = openBags(pfx, password);
        if ('problem' in bags)
            return bags;
        return {
            keys: bags.flatMap(keyInfo).map(info => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: derOf(info), format: 'der', type: 'pkcs8' })),
            certificates: bags.flatMap(certificate).map(found => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(derOf(found))),
        };
    }
    catch {
        return damaged;
    }
}
function openBags(pfx, password) {
    // Without its last part, the MAC: it takes the password in UTF-16 where the encryption takes UTF-8, and forge both
    // in one. That key, certificate and issuers belong together is proven by their signatures.
    const unsigned = { ...pfx, value: pfx.value.slice(0, 2) };
    for (const attempt of passwordForms(password)) {
        try {
            return node_forge_lib_pkcs12_js__WEBPACK_IMPORTED_MODULE_2__.pkcs12FromAsn1(unsigned, true, attempt).safeContents.flatMap(({ safeBags }) => safeBags);
        }
        catch (error) {
            if (error instanceof Error && error.message.includes('nsupported'))
                return unsupported;
        }
    }
    return (0,_password_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .passwordProblem */ .R)(password);
}
/**
 * The password as PKCS#12 takes it and in UTF-8, as PBES2 does (https://www.rfc-editor.org/rfc/rfc8018#section-3); then
 * the two forms of none, of which RFC 7292 does not say which it means.
 */
function passwordForms(password = '') {
    return new Set([password, Buffer.from(password).toString('latin1'), '', undefined]);
}
/** The PKCS#8 structure of a key: forge has RSA keys taken apart, and others as they were. */
function keyInfo(bag) {
    if (bag.type !== node_forge_lib_pki_js__WEBPACK_IMPORTED_MODULE_3__.oids['keyBag'] && bag.type !== node_forge_lib_pki_js__WEBPACK_IMPORTED_MODULE_3__.oids['pkcs8ShroudedKeyBag'])
        return [];
    return [bag.key ? node_forge_lib_pki_js__WEBPACK_IMPORTED_MODULE_3__.wrapRsaPrivateKey(node_forge_lib_pki_js__WEBPACK_IMPORTED_MODULE_3__.privateKeyToAsn1(bag.key)) : bag.asn1];
}
/**
 * A certificate as it was. Forge would write one that an EC key signed with other parameters than it has; but what names
 * the algorithm is also in what was signed: https://www.rfc-editor.org/rfc/rfc5280#section-4.1.1.2
 */
function certificate({ type, cert, asn1: unread }) {
    if (type !== node_forge_lib_pki_js__WEBPACK_IMPORTED_MODULE_3__.oids['certBag'])
        return [];
    if (!cert)
        return [unread];
    const { tbsCertificate, signature } = cert;
    const fields = Array.isArray(tbsCertificate.value) ? tbsCertificate.value : [];
    const algorithm = fields.filter(({ type }) => type === node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__.Type.SEQUENCE).slice(0, 1);
    const { UNIVERSAL } = node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__.Class;
    const bits = node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__.create(UNIVERSAL, node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__.Type.BITSTRING, false, `\0${signature}`);
    return [node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__.create(UNIVERSAL, node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__.Type.SEQUENCE, true, [tbsCertificate, ...algorithm, bits])];
}
function derOf(structure) {
    return Buffer.from(node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_1__.toDer(structure).getBytes(), 'latin1');
}


/***/ })

};
