// BouncyCastle as a peer of crates/testkit/tests/bouncycastle.rs: one process, a question a line, an answer a line.
// Run by `java -cp bcprov.jar:bcutil.jar:bcpkix.jar BouncyPeer.java`. All octets are hexadecimal, "-" is none.
//
//   hash NAME MESSAGE                       the digest; NAME: gost34311, streebog256, streebog512
//   sign CURVE SECRET DIGEST                r || s, each little-endian, as the NCA of Kazakhstan writes it
//   verify CURVE PUBLIC DIGEST SIGNATURE    yes or no; PUBLIC: x || y, each little-endian
//   certificate CERTIFICATE ISSUER          yes or no: signed by that issuer's key, or not readable
//   cms MESSAGE CONTENT                     yes or no: every signer's signature holds with the certificate inside
//
// Must never answer "yes" where it threw.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.bc.BcRSASignerInfoVerifierBuilder;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.crypto.DSA;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.GOST3411Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_256Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.crypto.signers.ECGOST3410_2012Signer;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcRSAContentVerifierProviderBuilder;
import org.bouncycastle.util.encoders.Hex;

public class BouncyPeer {
    public static void main(String[] none) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "US-ASCII"));
        PrintStream out = new PrintStream(System.out, false, "US-ASCII");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            String answer;
            try {
                answer = answer(words);
            } catch (Exception why) {
                answer = words[0].equals("hash") || words[0].equals("sign") ? why.toString() : "no";
            }
            out.println(answer);
        }
        out.flush();
    }

    static String answer(String[] words) throws Exception {
        switch (words[0]) {
            case "hash":
                return Hex.toHexString(hash(words[1], octets(words[2])));
            case "sign":
                return sign(words[1], octets(words[2]), octets(words[3]));
            case "verify":
                return yes(verify(words[1], octets(words[2]), octets(words[3]), octets(words[4])));
            case "certificate":
                return yes(certificate(octets(words[1]), octets(words[2])));
            case "cms":
                return yes(cms(octets(words[1]), words[2].equals("-") ? null : octets(words[2])));
            default:
                throw new IllegalArgumentException(words[0]);
        }
    }

    static String yes(boolean answer) {
        return answer ? "yes" : "no";
    }

    static byte[] octets(String word) {
        return word.equals("-") ? new byte[0] : Hex.decode(word);
    }

    static byte[] hash(String name, byte[] message) {
        Digest digest = name.equals("gost34311") ? new GOST3411Digest(GOST28147Engine.getSBox("D-Test"))
            : name.equals("streebog256") ? new GOST3411_2012_256Digest() : new GOST3411_2012_512Digest();
        digest.update(message, 0, message.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    static ECDomainParameters curve(String name) {
        String known = name.equals("CryptoProA") ? "GostR3410-2001-CryptoPro-A"
            : name.equals("Tc26Gost256A") ? "Tc26-Gost-3410-12-256-paramSetA" : "Tc26-Gost-3410-12-512-paramSetA";
        X9ECParameters parameters = ECGOST3410NamedCurves.getByNameX9(known);
        return new ECDomainParameters(parameters.getCurve(), parameters.getG(), parameters.getN(), parameters.getH());
    }

    static String sign(String name, byte[] secret, byte[] digest) {
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(number(secret), curve(name));
        BigInteger[] pair;
        if (name.equals("CryptoProA")) {
            ECGOST3410Signer signer = new ECGOST3410Signer();
            signer.init(true, key);
            pair = signer.generateSignature(digest);
        } else {
            ECGOST3410_2012Signer signer = new ECGOST3410_2012Signer();
            signer.init(true, key);
            pair = signer.generateSignature(digest);
        }
        return little(pair[0], secret.length) + little(pair[1], secret.length);
    }

    static boolean verify(String name, byte[] point, byte[] digest, byte[] signature) {
        ECDomainParameters curve = curve(name);
        int half = point.length / 2;
        ECPublicKeyParameters key = new ECPublicKeyParameters(
            curve.getCurve().createPoint(number(Arrays.copyOfRange(point, 0, half)), number(Arrays.copyOfRange(point, half, 2 * half))),
            curve);
        BigInteger r = number(Arrays.copyOfRange(signature, 0, half));
        BigInteger s = number(Arrays.copyOfRange(signature, half, 2 * half));
        if (name.equals("CryptoProA")) {
            ECGOST3410Signer signer = new ECGOST3410Signer();
            signer.init(false, key);
            return signer.verifySignature(digest, r, s);
        }
        ECGOST3410_2012Signer signer = new ECGOST3410_2012Signer();
        signer.init(false, key);
        return signer.verifySignature(digest, r, s);
    }

    static BigInteger number(byte[] little) {
        byte[] big = new byte[little.length];
        for (int at = 0; at < big.length; at++) {
            big[at] = little[little.length - 1 - at];
        }
        return new BigInteger(1, big);
    }

    static String little(BigInteger number, int length) {
        byte[] out = new byte[length];
        for (int at = 0; at < length; at++) {
            out[at] = number.shiftRight(8 * at).byteValue();
        }
        return Hex.toHexString(out);
    }

    static boolean certificate(byte[] certificate, byte[] issuer) throws Exception {
        X509CertificateHolder of = new X509CertificateHolder(issuer);
        BcRSAContentVerifierProviderBuilder builder =
            new BcRSAContentVerifierProviderBuilder(new DefaultDigestAlgorithmIdentifierFinder());
        return new X509CertificateHolder(certificate).isSignatureValid(builder.build(of));
    }

    static boolean cms(byte[] message, byte[] content) throws Exception {
        CMSSignedData signed =
            content == null ? new CMSSignedData(message) : new CMSSignedData(new CMSProcessableByteArray(content), message);
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        boolean all = !signers.isEmpty();
        for (SignerInformation signer : signers) {
            @SuppressWarnings("unchecked")
            Collection<X509CertificateHolder> found = signed.getCertificates().getMatches(signer.getSID());
            if (found.isEmpty()) {
                return false;
            }
            all &= signer.verify(new BcRSASignerInfoVerifierBuilder(
                new DefaultCMSSignatureAlgorithmNameGenerator(),
                new DefaultSignatureAlgorithmIdentifierFinder(),
                new DefaultDigestAlgorithmIdentifierFinder(),
                new BcDigestCalculatorProvider()).build(found.iterator().next()));
        }
        return all;
    }
}
