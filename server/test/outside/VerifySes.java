import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Checks a seal signature of version 4 with BouncyCastle alone: signer, seal maker, and both certificates under the root. */
public class VerifySes {
  public static void main(String[] files) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    ASN1Sequence ses = ASN1Sequence.getInstance(Files.readAllBytes(Path.of(files[0])));
    X509Certificate root = certificate(Files.readAllBytes(Path.of(files[1])));
    ASN1Sequence toSign = ASN1Sequence.getInstance(ses.getObjectAt(0));
    ASN1Sequence seal = ASN1Sequence.getInstance(toSign.getObjectAt(1));
    X509Certificate signer = certificate(ASN1OctetString.getInstance(ses.getObjectAt(1)).getOctets());
    X509Certificate maker = certificate(ASN1OctetString.getInstance(seal.getObjectAt(1)).getOctets());
    signer.verify(root.getPublicKey(), "BC");
    maker.verify(root.getPublicKey(), "BC");
    System.out.println("signer " + holds(signer, toSign, ses.getObjectAt(3)));
    System.out.println("maker " + holds(maker, ASN1Sequence.getInstance(seal.getObjectAt(0)), seal.getObjectAt(3)));
  }

  static X509Certificate certificate(byte[] der) throws Exception {
    return (X509Certificate) CertificateFactory.getInstance("X.509", "BC").generateCertificate(new ByteArrayInputStream(der));
  }

  static boolean holds(X509Certificate by, ASN1Sequence signed, Object value) throws Exception {
    Signature verifier = Signature.getInstance("SM3withSM2", "BC");
    verifier.initVerify(by.getPublicKey());
    verifier.update(signed.getEncoded(ASN1Encoding.DER));
    return verifier.verify(ASN1BitString.getInstance(value).getOctets());
  }
}
