// A second peer of the GOST figures: BouncyCastle's lightweight API. Same work, same clock and same protocol as the examples of
// lib/eds: "ready" once warm, then for each line of stdin the rate of one batch (verifications a second of processor time).
//
// Argument: gost2004 or gost512. It must never count a refused signature.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.DSA;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.GOST3411Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.crypto.signers.ECGOST3410_2012Signer;

public class BouncyCastle {
    /** The compiler of the virtual machine needs so long to come to rest. */
    static final long WARM_NANOS = 4_000_000_000L, BATCH_NANOS = 100_000_000L;
    static final byte[] MESSAGE = new byte[64];

    public static void main(String[] arguments) throws Exception {
        boolean is512 = switch (arguments[0]) {
            case "gost512" -> true;
            case "gost2004" -> false;
            default -> throw new IllegalArgumentException(arguments[0]);
        };
        Arrays.fill(MESSAGE, (byte) 0x5A);
        String curve = is512 ? "Tc26-Gost-3410-12-512-paramSetA" : "GostR3410-2001-CryptoPro-A";
        X9ECParameters set = ECGOST3410NamedCurves.getByNameX9(curve);
        ECDomainParameters domain = new ECDomainParameters(set.getCurve(), set.getG(), set.getN(), set.getH());
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        SecureRandom random = new SecureRandom();
        generator.init(new ECKeyGenerationParameters(domain, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        Digest digest = is512 ? new GOST3411_2012_512Digest() : new GOST3411Digest();
        DSA signer = is512 ? new ECGOST3410_2012Signer() : new ECGOST3410Signer();
        signer.init(true, new ParametersWithRandom(pair.getPrivate(), random));
        BigInteger[] signature = signer.generateSignature(hash(digest, MESSAGE.length));
        signer.init(false, pair.getPublic());
        if (signer.verifySignature(hash(digest, MESSAGE.length - 1), signature[0], signature[1])) {
            throw new IllegalStateException("another message is taken for the signed one");
        }
        batch(signer, digest, signature, WARM_NANOS);
        System.out.println("ready");
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in));
        while (asked.readLine() != null) {
            System.out.println(batch(signer, digest, signature, BATCH_NANOS));
        }
    }

    static byte[] hash(Digest digest, int bytes) {
        byte[] out = new byte[digest.getDigestSize()];
        digest.update(MESSAGE, 0, bytes);
        digest.doFinal(out, 0);
        return out;
    }

    static double batch(DSA verifier, Digest digest, BigInteger[] signature, long nanos) {
        var clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime(), took;
        long calls = 0;
        do {
            if (!verifier.verifySignature(hash(digest, MESSAGE.length), signature[0], signature[1])) {
                throw new IllegalStateException("a right signature is refused");
            }
            calls++;
            took = clock.getCurrentThreadCpuTime() - began;
        } while (took < nanos);
        return calls * 1e9 / took;
    }
}
