package luotuo.model.onnx;

import java.util.List;
import luotuo.model.Embedder;
import luotuo.model.EmbedderContractTest;
import org.junit.jupiter.api.Test;

class ChineseEmbedderTest extends EmbedderContractTest {
  @Override
  protected Embedder embedder() {
    return OnnxEmbedders.CHINESE;
  }

  @Override
  protected Embedder another() {
    return OnnxEmbedder.chinese(OnnxEmbedders.OPTIONS);
  }

  @Test
  void vectorsAreThoseOfPython() {
    new PythonReference(embedder())
        .has("你还记得我们第一次见面的那天吗？", 0.007564, 0.054921, 0.05306, 0.017806)
        .has("春日:「既然决定好了就马上来特训吧！特训！」", -0.001762, -0.00899, 0.013021, 0.024934)
        .has("Harry Potter", 0.027073, 0.010603, -0.020267, -0.106527)
        .has("Ron Weasley", -0.001763, -0.058953, -0.022383, -0.07356)
        .has("骆驼嵌入是从OpenAI蒸馏得到的文本嵌入模型。", 0.037082, -0.000799, 0.005157, 0.036233)
        .has("他的咖啡（Café）在東京の喫茶店，🐫", 0.025022, 0.07313, -0.016051, 0.006243)
        .has("天下大势，分久必合，合久必分。".repeat(100), -0.018724, 0.067229, 0.002108, 0.022363)
        .hasCosines(List.of(0.3737, 0.2658, 0.2922, 0.2238, 0.3289, 0.3116));
  }
}
