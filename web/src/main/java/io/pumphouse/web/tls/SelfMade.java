package io.pumphouse.web.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Set;

/**
 * A certificate the server signs for itself (RFC 5280), because the JDK can read one but not make
 * one. Browsers ask about it once; after that they know the machine again.
 */
final class SelfMade {
  // The octets of the identifiers: RFC 5758 section 3.2, RFC 5280 appendix A.
  private static final String ECDSA_WITH_SHA256 = "2A8648CE3D040302";
  private static final String COMMON_NAME = "550403";
  private static final String ALTERNATIVE_NAME = "551D11";
  private static final String EXTENDED_KEY_USAGE = "551D25";
  private static final String SERVER_AUTHENTICATION = "2B06010505070301";

  // A Pi has no clock battery: a day on which it is off must not be the day its pages end.
  private static final String FROM = "200101000000Z";
  private static final String UNTIL = "491231235959Z";

  private static final int VERSION = 0xA0;
  private static final int EXTENSIONS = 0xA3;
  private static final int DNS_NAME = 0x82;
  private static final int IP_ADDRESS = 0x87;

  private SelfMade() {}

  static KeyPair key() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    return keys.generateKeyPair();
  }

  /** The certificate of this key, for these names, in DER. */
  static byte[] certificate(KeyPair key, Set<String> names) throws GeneralSecurityException {
    byte[] algorithm = Der.sequence(Der.object(ECDSA_WITH_SHA256));
    byte[] body = body(key, names, algorithm);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.getPrivate());
    signature.update(body);
    return Der.sequence(body, algorithm, Der.bits(signature.sign()));
  }

  private static byte[] body(KeyPair key, Set<String> names, byte[] algorithm) {
    byte[] self =
        Der.sequence(Der.set(Der.sequence(Der.object(COMMON_NAME), Der.text("Pumphouse"))));
    return Der.sequence(
        Der.tagged(VERSION, Der.integer(new byte[] {2})), // 2 is version 3
        Der.integer(new BigInteger(64, new SecureRandom()).setBit(62).toByteArray()),
        algorithm,
        self,
        Der.sequence(Der.time(FROM), Der.time(UNTIL)),
        self,
        key.getPublic().getEncoded(),
        Der.tagged(EXTENSIONS, Der.sequence(alternatives(names), usage())));
  }

  private static byte[] alternatives(Set<String> names) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Der.tagged(IP_ADDRESS, new byte[] {127, 0, 0, 1}));
    all.writeBytes(dnsName("localhost"));
    names.stream().sorted().forEach(name -> all.writeBytes(dnsName(name)));
    return extension(ALTERNATIVE_NAME, Der.sequence(all.toByteArray()));
  }

  private static byte[] dnsName(String name) {
    return Der.tagged(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] usage() {
    return extension(EXTENDED_KEY_USAGE, Der.sequence(Der.object(SERVER_AUTHENTICATION)));
  }

  private static byte[] extension(String object, byte[] value) {
    return Der.sequence(Der.object(object), Der.octets(value));
  }
}
